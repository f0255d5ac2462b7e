import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

const describesContent = (name: string): boolean => /^(content-(?!length$)|digest$|last-modified$)/i.test(name);

export const contentHeaders: Reader<'content-headers'> = (fact, evidence) =>
  ifRequested(fact, evidence, ({ headers, body, complete }) => {
    const planned = evidence.scenario.calls[0]?.headers?.filter(([name]) => describesContent(name)) ?? [];
    const came = ([name, value]: readonly [string, string]): boolean => valuesOf(headers, name).join(', ') === value;
    const names = (fields: typeof planned): string => fields.map(([name]) => name.toLowerCase()).join(', ');
    const hasBody = body.length > 0 || !complete;
    const astray = planned.filter((field) => came(field) !== hasBody);
    if (astray.length > 0) return found(`${hasBody ? 'lost' : 'left over'}: ${names(astray)}`);
    return found(hasBody ? 'kept with the body' : 'dropped with the body');
  });
