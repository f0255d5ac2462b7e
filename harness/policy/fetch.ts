import { isOneOf, valuesIn } from './fields.ts';
import type { Policy } from './policy.ts';

/** Fetch, redirect status. */
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** Fetch, request-body-header name. Content-Length and Expect are not for callers of Fetch: RFC 9110 sections 15.4 and 10.1.1. */
const describesBody = isOneOf(
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
  'content-length',
  'expect',
);

/** Step 13 names Authorization. The others are not for callers of Fetch, and meant for one origin: RFC 9110 section 15.4. */
const isForOneOrigin = isOneOf('authorization', 'cookie', 'host', 'proxy-authorization');

/** Fetch, port blocking: ports of other protocols. */
const badPorts: ReadonlySet<string> = new Set(
  `1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139
  143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049
  3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(/\s+/),
);

/** The Fetch Standard. Steps without a name are those of HTTP-redirect fetch; where Fetch has no rule, RFC 9110 decides. */
export const fetchPolicy: Policy = {
  name: 'fetch',
  // Step 7: the twenty-first redirect is an error, and only the number ends a chain.
  limit: 20,
  throwsAtLimit: true,
  visitOf: () => undefined,
  // Location URL, step 1, and step 4: without a Location the redirect is the response. An empty one is a Location.
  locationOf: ({ status, headers }) => (redirects.includes(status) ? valuesIn(headers, 'location')[0] : undefined),
  // Extract header list values, step 2: several make the Location invalid, even if all are equal.
  refusesWriting: (locations) => locations.length > 1,
  // Main fetch, step 7. Steps 9 and 10, on a Location with credentials, depend on modes that a plain client does not have.
  refuses: (_, to) => badPorts.has(to.port),
  refusesBody: () => false,
  // Step 12.
  methodAfter: (status, method) => {
    if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
    return method === 'POST' && (status === 301 || status === 302) ? 'GET' : method;
  },
  // Step 14: sent again in full, to any origin.
  keepsBody: () => true,
  belongsToBody: describesBody,
  // Step 11.
  replaysStreams: false,
  // Step 13. What is dropped does not come back.
  dropsField: (field, from, to) => from.origin !== to.origin && isForOneOrigin(field),
  // HTTP-network-or-cache fetch, step 17.
  retriesMisdirected: true,
  // Response, url getter.
  reportsFragment: false,
};
