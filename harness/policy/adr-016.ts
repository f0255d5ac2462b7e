import { isOneOf } from './fields.ts';
import type { Policy } from './policy.ts';
import { rfc9110Policy } from './rfc9110.ts';

const isRewritten = (method: string): boolean => ['POST', 'PUT', 'PATCH'].includes(method);

const isAuthorization = isOneOf('authorization');

/**
 * ADR-016, a decision record. Rules 1 and 7 hold for every client here: `allow_redirects`, and `response.history`.
 * Where the record is silent, RFC 9110 decides.
 */
export const adr016Policy: Policy = {
  ...rfc9110Policy,
  name: 'adr-016',
  // Rule 9.
  limit: 30,
  throwsAtLimit: true,
  // Rule 8. Open: when two URLs are the same. Here: as the URL Standard writes them, without fragment, whatever the method.
  visitOf: ({ url }) => url.href.split('#', 1).join(),
  methodAfter: (status, method) => {
    // Rule 3. Open: HEAD, which would become GET if "always" is taken literally. No caller asked for that body.
    if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
    // Rule 2. Open: DELETE, OPTIONS, QUERY and others. Here: they stay, as in RFC 9110 section 15.4.
    return isRewritten(method) && (status === 301 || status === 302) ? 'GET' : method;
  },
  // Rules 4 and 5: with the method, the body stays.
  keepsBody: () => true,
  // Rule 6. Open: port and scheme, which are no host. Here: RFC 9110 section 15.4, another origin is enough.
  dropsField: (field, from, to) =>
    (isAuthorization(field) && from.hostname !== to.hostname) || rfc9110Policy.dropsField(field, from, to),
};
