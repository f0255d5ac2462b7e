import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Response, Template } from '../vocabulary/answer.ts';

/** Where the pages ask first, and where a redirect leads. */
export const start = '{home}/start';
export const target = '{other}/target';

/** Lets pages of every origin read an answer. */
export const anyOrigin: HeaderFields = [['Access-Control-Allow-Origin', '*']];

/** Lets pages of one origin read an answer, and ask with credentials. */
export const withCredentials = (origin: Template): HeaderFields => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Credentials', 'true'],
];

export const arrived = (headers: HeaderFields = []): Response => ({ status: 200, headers, body: 'arrived' });

export const redirectTo = (location: Template, headers: HeaderFields = [], status = 302): Response => ({
  status,
  headers: [['Location', location], ...headers],
});
