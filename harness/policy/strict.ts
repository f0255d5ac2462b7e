import { fetchPolicy } from './fetch.ts';
import { isOneOf } from './fields.ts';
import type { Policy } from './policy.ts';

const isKnownCredential = isOneOf('authorization', 'cookie', 'cookie2', 'proxy-authorization');

/** A name that looks like that of a credential. No list is complete, because services define such fields. */
const looksLikeCredential = (field: string): boolean => /api-?key|(^|-)(key|token|secret)$/i.test(field);

/** For clients that talk to servers they do not trust. What is not hardened is as in Fetch. */
export const strictPolicy: Policy = {
  ...fetchPolicy,
  name: 'strict',
  // No downgrade: a redirect from https to http is not followed.
  refuses: (from, to) => fetchPolicy.refuses(from, to) || (from.protocol === 'https:' && to.protocol === 'http:'),
  // A field with a credential stays at its origin, whatever a service calls it.
  dropsField: (field, from, to) =>
    fetchPolicy.dropsField(field, from, to) ||
    (from.origin !== to.origin && (isKnownCredential(field) || looksLikeCredential(field))),
  // A body with a secret stays at its origin: 307 and 308 would send it on.
  refusesBody: (body) => /password|secret|token/i.test(Buffer.from(body).toString('latin1')),
};
