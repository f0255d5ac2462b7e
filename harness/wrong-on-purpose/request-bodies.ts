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
    breaks: [{ under: ['fetch', 'rfc9110', 'adr-016'], checks: ['request-bodies/expect-{302,303}#field:expect@target'] }],
  },
  {
    name: 'replays-streams',
    title: 'keeps a copy of every stream and sends it again',
    policy: () => ({ replaysStreams: true }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'request-bodies/{301,302,307,308}-{post,put}-stream#followed',
          'request-bodies/{307-post-stream-with-length,301-post-stream-by-http-1-0,307-307-307-stream}#followed',
        ],
      },
      { under: ['rfc9110', 'adr-016'], checks: [] },
    ],
  },
  {
    name: 'chunks-nothing',
    title: 'sends a POST or PUT without a body in chunks, none of them',
    send: adding(['Transfer-Encoding', 'chunked'], (method, hasBody) => !hasBody && (method === 'POST' || method === 'PUT')),
    breaks: [{ under: ['fetch'], checks: ['request-bodies/{307,308}-{post,put}-without-body#framing@target'] }],
  },
  {
    name: 'measures-nothing',
    title: 'tells the length of a body that a DELETE does not have',
    send: adding(['Content-Length', '0'], (method, hasBody) => !hasBody && method === 'DELETE'),
    breaks: [{ under: ['fetch'], checks: ['request-bodies/{307,308}-delete-without-body#framing@target'] }],
  },
  {
    name: 'drops-the-last-byte',
    title: 'sends every body again without its last byte',
    policy: () => ({ source: (redirected) => ({ ...redirected, body: redirected.body?.slice(0, -1) }) }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'request-bodies/{301,302}-put-*#request@target',
          'request-bodies/{307,308}-post-*#request@target',
          'request-bodies/{content-length-307,transfer-encoding-307,expect-307}#request@target',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'request-bodies/{307,308}-post-*#request@target',
          'request-bodies/{content-length-307,transfer-encoding-307,expect-307}#request@target',
        ],
      },
    ],
  },
];
