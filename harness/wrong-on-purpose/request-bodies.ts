import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';

/** A client that adds a field to some of its requests. */
const adding =
  (field: readonly [string, string], when: (method: string, hasBody: boolean) => boolean) =>
  (send: Send): Send =>
  (request) =>
    send(when(request.method, request.body !== undefined) ? { ...request, headers: [...request.headers, field] } : request);

/** Clients that get bodies, and what is said about them, wrong. */
export const requestBodies: readonly Sin[] = [
  {
    name: 'keeps-expect',
    title: 'goes on expecting a 100 when it has no body any more',
    policy: ({ belongsToBody }) => ({ belongsToBody: (field) => !/^expect$/i.test(field) && belongsToBody(field) }),
    under: ['fetch'],
  },
  {
    name: 'replays-streams',
    title: 'keeps a copy of every stream and sends it again',
    policy: () => ({ replaysStreams: true }),
    under: ['fetch'],
  },
  {
    name: 'chunks-nothing',
    title: 'sends a POST or PUT without a body in chunks, none of them',
    send: adding(['Transfer-Encoding', 'chunked'], (method, hasBody) => !hasBody && (method === 'POST' || method === 'PUT')),
    under: ['fetch'],
  },
  {
    name: 'measures-nothing',
    title: 'tells the length of a body that a DELETE does not have',
    send: adding(['Content-Length', '0'], (method, hasBody) => !hasBody && method === 'DELETE'),
    under: ['fetch'],
  },
  {
    name: 'drops-the-last-byte',
    title: 'sends every body again without its last byte',
    policy: () => ({ source: (redirected) => ({ ...redirected, body: redirected.body?.slice(0, -1) }) }),
    under: ['fetch'],
  },
];
