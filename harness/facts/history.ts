import { found, ifResponded, type Reader } from './evidence.ts';

export const history: Reader<'history'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) => {
    if (!response.history) return { none: 'capability', because: 'the client tells no history' };
    const entries = response.history.map(({ status, url }) => `${status} ${URL.canParse(url) ? new URL(url).pathname : url}`);
    return found(entries.join(', ') || 'empty');
  });
