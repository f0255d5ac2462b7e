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
    witnesses: {},
  },
  {
    name: 'replays-streams',
    title: 'keeps a copy of every stream and sends it again',
    policy: () => ({ replaysStreams: true }),
    witnesses: {},
  },
  {
    name: 'sends-empty-chunked-body',
    title: 'sends a POST or PUT without a body as an empty chunked body',
    send: withoutBody(['Transfer-Encoding', 'chunked'], ['POST', 'PUT']),
    witnesses: {},
  },
  {
    name: 'sends-length-of-no-body',
    title: 'sends Content-Length: 0 in a DELETE without a body',
    send: withoutBody(['Content-Length', '0'], ['DELETE']),
    witnesses: {},
  },
  {
    name: 'drops-last-byte',
    title: 'drops the last byte of a body that it sends again',
    policy: () => ({ source: (redirected) => ({ ...redirected, body: redirected.body?.slice(0, -1) }) }),
    witnesses: {},
  },
];
