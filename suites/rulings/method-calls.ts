import type { Call } from '../vocabulary/call.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';

/** PROPFIND stands for every extension method; QUERY is RFC 10008. */
export const matrixMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'] as const;
export type MatrixMethod = (typeof matrixMethods)[number];

/**
 * Statuses that are not redirects in Fetch, although their responses may have a Location. 399 stands for every 3xx
 * status that is not registered.
 */
export const otherStatuses = [300, 304, 305, 399] as const;

export type MatrixStatus = RedirectStatus | (typeof otherStatuses)[number];

const methodsWithBody: readonly MatrixMethod[] = ['POST', 'PUT', 'PATCH', 'QUERY', 'PROPFIND'];

/** Whether requests with this method have a body in the suites. */
export const hasBody = (method: MatrixMethod): boolean => methodsWithBody.includes(method);

const unsafe: readonly MatrixMethod[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether the request asks for a change. QUERY and PROPFIND do not. */
export const isUnsafe = (method: MatrixMethod): boolean => unsafe.includes(method);

/** Bytes that can be damaged when they are copied: UTF-8, an escape, CRLF and LF, NUL. */
const body = 'name=Zoë&note=100%25\r\nline two\n\u0000end';

const bodyFields = [
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Encoding', 'identity'],
  ['Content-Language', 'de'],
  ['Content-Location', '/draft'],
] as const;

/** Whether the status is a redirect in Fetch. */
export const isRedirect = (status: MatrixStatus): boolean => redirectStatuses.some((each) => each === status);

/** The request that gets redirected. */
export const requestWith = (method: MatrixMethod): Call => ({
  method,
  url: '{home}/start',
  ...(hasBody(method) && { headers: bodyFields, body }),
});

/** The finding for a redirected request with the same method and the same body. */
export const sameRequest = <Name extends MatrixMethod>(method: Name): `${Name}, ${'same body' | 'no body'}` =>
  hasBody(method) ? `${method}, same body` : `${method}, no body`;

/** The finding for a redirected request that was turned into a GET. */
export const rewrittenRequest = 'GET, no body';
