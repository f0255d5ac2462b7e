import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { basicField } from '../policy/first-request.ts';
import type { SendOne } from './messages.ts';

/** What a .netrc file has for a host, or for every host without an entry. */
interface Entry {
  readonly login?: string;
  readonly password?: string;
}

const entryPattern = /\b(?:machine\s+(?<host>\S+)|default)(?<rest>(?:\s+(?:login|password)\s+\S+)*)/g;

/** The entries of a .netrc file by host; `default` has the one without a host. */
function entriesOf(text: string): ReadonlyMap<string, Entry> {
  return new Map(
    [...text.matchAll(entryPattern)].map(({ groups: { host = 'default', rest = '' } = {} }) => {
      const pairs = [...rest.matchAll(/(login|password)\s+(\S+)/g)].map(([, name, value]) => [name, value] as const);
      return [host, Object.fromEntries(pairs) as Entry];
    }),
  );
}

/** Adds to each request the user name and password that a .netrc file has for its host, unless it has credentials. */
export function withNetrc(text: string, send: SendOne): SendOne {
  const entries = entriesOf(text);
  return (request) => {
    const { login, password } = entries.get(request.url.hostname) ?? entries.get('default') ?? {};
    if (login === undefined || password === undefined || valuesOf(request.headers, 'authorization').length > 0)
      return send(request);
    return send({ ...request, headers: [...request.headers, basicField(login, password)] });
  };
}
