import { isOneOf, valuesIn } from './fields.ts';
import type { Policy } from './policy.ts';

/** RFC 9110 sections 15.4.2 to 15.4.9, by which a client may follow automatically. */
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Section 15.4, and section 10.1.1: no Expect without content. */
const describesContent = (field: string): boolean => /^content-|^(digest|expect|last-modified)$/i.test(field);

/** Section 15.4: Host is for one origin; whether sending credentials on is safe, a client ought to consider. This one does not send them. */
const isForOneOrigin = isOneOf('authorization', 'cookie', 'host', 'proxy-authorization');

/** Sections 4.2.1 and 4.2.2: a URL whose host is empty. The URL Standard would find a host after the slashes. */
const hasEmptyHost = (location: string): boolean => /^https?:\/\/([/?#:]|$)/i.test(location);

/** RFC 9110. It permits most decisions; where it does, this policy decides as Fetch, which callers know. */
export const rfc9110Policy: Policy = {
  name: 'rfc9110',
  // Section 15.4: cycles are to be detected. It gives no number.
  limit: 20,
  throwsAtLimit: true,
  visitOf: () => undefined,
  // Section 15.4: only with a Location.
  locationOf: ({ status, headers }) => (redirects.includes(status) ? valuesIn(headers, 'location')[0] : undefined),
  // Section 10.2.2 leaves several values undefined; the first one counts.
  refusesWriting: ([location = '']) => hasEmptyHost(location),
  // Section 4.2.4: credentials in a URL from an untrusted source are an error.
  refuses: (_, to) => to.username !== '' || to.password !== '',
  refusesBody: () => false,
  methodAfter: (status, method) => {
    // Section 15.4.4: GET or HEAD.
    if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
    // Sections 15.4.2 and 15.4.3 permit this change only for POST.
    return method === 'POST' && (status === 301 || status === 302) ? 'GET' : method;
  },
  // Section 15.4: the request is sent again with its content. Section 15.4.8: 307 must not change the method.
  keepsBody: () => true,
  belongsToBody: describesContent,
  replaysStreams: true,
  dropsField: (field, from, to) => from.origin !== to.origin && isForOneOrigin(field),
  // Section 15.5.20: it may be retried.
  retriesMisdirected: false,
  reportsFragment: true,
};
