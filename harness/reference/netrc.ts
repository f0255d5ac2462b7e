import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { basicField } from './first-request.ts';
import type { SendOne } from './messages.ts';

const entries = /machine\s+(\S+)\s+login\s+(\S+)\s+password\s+(\S+)/g;

/** Adds to each request the user name and password that a .netrc file has for its host, unless it has credentials. */
export function withNetrc(text: string, send: SendOne): SendOne {
  const byHost = new Map([...text.matchAll(entries)].map(([, host = '', ...login]) => [host, login] as const));
  return (request) => {
    const [username, password] = byHost.get(request.url.hostname) ?? [];
    if (username === undefined || password === undefined || valuesOf(request.headers, 'authorization').length > 0)
      return send(request);
    return send({ ...request, headers: [...request.headers, basicField(username, password)] });
  };
}
