import type { SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRequests, withMore } from './support/changing.ts';

/** Adds a field to requests without a body. */
const withoutBody = (field: readonly [string, string], methods: readonly string[]): ((send: SendOne) => SendOne) =>
  changingRequests((request) => (methods.includes(request.method) && !request.body ? withMore(request, field) : request));

/** Clients that make an error with the body of a request, or with the fields that describe it. */
export const requestBodyMutants: readonly Mutant[] = [
  {
    name: 'keeps-expect',
    title: 'keeps Expect when it drops the body',
    policy: ({ belongsToBody }) => ({ belongsToBody: (field) => !/^expect$/i.test(field) && belongsToBody(field) }),
    witnesses: { fetch: ['request-bodies/expect-302#field:expect@target'] },
  },
  {
    name: 'replays-streams',
    title: 'keeps a copy of every stream and sends it again',
    policy: () => ({ replaysStreams: true }),
    witnesses: { fetch: ['request-bodies/301-post-stream#followed'] },
  },
  {
    name: 'sends-empty-chunked-body',
    title: 'sends a POST or PUT without a body as an empty chunked body',
    send: withoutBody(['Transfer-Encoding', 'chunked'], ['POST', 'PUT']),
    witnesses: { fetch: ['request-bodies/307-post-without-body#framing@target'] },
  },
  {
    name: 'sends-length-of-no-body',
    title: 'sends Content-Length: 0 in a DELETE without a body',
    send: withoutBody(['Content-Length', '0'], ['DELETE']),
    witnesses: { fetch: ['request-bodies/307-delete-without-body#framing@target'] },
  },
  {
    name: 'drops-last-byte',
    title: 'drops the last byte of a body that it sends again',
    policy: () => ({ source: (redirected) => ({ ...redirected, body: redirected.body?.slice(0, -1) }) }),
    witnesses: { fetch: ['request-bodies/307-post-text#request@target'] },
  },
];
