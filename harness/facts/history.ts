import type { HistoryEntry } from '../../suites/vocabulary/observation.ts';
import { type Named, takeOut } from '../concrete/placeholders.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

/** Redirects in compact form, with their whole URLs: `302 {home}/start, 301 {other}/middle`. */
export const listRedirects = (redirects: readonly Pick<HistoryEntry, 'status' | 'url'>[], names: Named): string =>
  redirects.map(({ status, url }) => `${status} ${takeOut(url, names)}`).join(', ');

export const history: Reader<'history'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) =>
    response.history
      ? found(listRedirects(response.history, evidence.concrete) || 'empty')
      : { none: 'capability', because: 'the client reports no history' },
  );
