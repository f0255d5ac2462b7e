import { found, ifSettled, type Reader } from './evidence.ts';

export const history: Reader<'history'> = (fact, evidence) =>
  ifSettled(fact, evidence, (outcome) => {
    if (outcome.kind === 'error') return { none: 'call failed', because: `error: ${outcome.class}` };
    if (!outcome.history) return { none: 'capability', because: 'the client tells no history' };
    const entries = outcome.history.map(({ status, url }) => `${status} ${URL.canParse(url) ? new URL(url).pathname : url}`);
    return found(entries.join(', ') || 'empty');
  });
