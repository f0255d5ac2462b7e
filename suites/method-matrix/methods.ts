import type { Call } from '../vocabulary/scenario.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

/** PROPFIND stands for every extension method; QUERY is RFC 10008. */
export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'] as const;
export type Method = (typeof methods)[number];

/** No redirects by Fetch, though they may carry a Location. 399 stands for every 3xx that nobody has registered. */
export const otherStatuses = [300, 304, 305, 399] as const;

export type Status = RedirectStatus | (typeof otherStatuses)[number];

const methodsWithBody: readonly Method[] = ['POST', 'PUT', 'PATCH', 'QUERY', 'PROPFIND'];

export const hasBody = (method: Method): boolean => methodsWithBody.includes(method);

const unsafe: readonly Method[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether the request asks for a change; QUERY and PROPFIND do not. */
export const isUnsafe = (method: Method): boolean => unsafe.includes(method);

/** Bytes that a careless copy loses: UTF-8, an escape, line ends of both sorts, a NUL. */
const body = 'name=Zoë&note=100%25\r\nline two\n\u0000end';

const bodyFields = [
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Encoding', 'identity'],
  ['Content-Language', 'de'],
  ['Content-Location', '/draft'],
] as const;

/** Whether Fetch takes the status for a redirect. */
export const isRedirect = (status: Status): boolean => redirectStatuses.some((each) => each === status);

/** The request that gets redirected. */
export const start = (method: Method): Call => ({
  method,
  url: '{home}/start',
  ...(hasBody(method) && { headers: bodyFields, body }),
});

/** The finding of a request that came on as it was. */
export const same = (method: Method): string => `${method}, ${hasBody(method) ? 'same body' : 'no body'}`;

/** The findings of a request that kept its method, whatever became of its body. */
export const sameMethod = (method: Method): readonly string[] =>
  ['no body', 'same body', 'other body', 'unexpected body', 'body lost', 'body cut short'].map((rest) => `${method}, ${rest}`);

/** The finding of a request that became a plain retrieval. */
export const rewritten = 'GET, no body';
