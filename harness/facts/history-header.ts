import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { takeOut } from '../concrete/placeholders.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

/** A client that reports no such redirect is judged by the fact `history`. */
export const historyHeader: Reader<'history-header'> = (fact, evidence) =>
  ifResponded(fact, evidence, ({ history }) => {
    const { at, name, visit = 1 } = fact;
    if (!history) return { none: 'capability', because: 'the client reports no history' };
    const redirect = history.filter(({ url }) => takeOut(url, evidence.concrete) === at)[visit - 1];
    if (!redirect) return { none: 'no such request', because: `the history has no redirect ${visit} from ${at}` };
    if (!redirect.headers) return { none: 'capability', because: 'the client reports no fields of a redirect' };
    const values = valuesOf(redirect.headers, name).map((value) => takeOut(value, evidence.concrete));
    return found(values.length === 0 ? 'absent' : values.join(' | '));
  });
