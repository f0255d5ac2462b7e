import type { HistoryEntry } from '../../suites/vocabulary/observation.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

/** Redirects in compact form: `302 /start, 301 /middle`. */
export const listRedirects = (redirects: readonly Pick<HistoryEntry, 'status' | 'url'>[]): string =>
  redirects.map(({ status, url }) => `${status} ${URL.canParse(url) ? new URL(url).pathname : url}`).join(', ');

export const history: Reader<'history'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) =>
    response.history
      ? found(listRedirects(response.history) || 'empty')
      : { none: 'capability', because: 'the client tells no history' },
  );
