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
    breaks: [{ under: ['fetch'], checks: ['request-bodies/{expect-302,expect-303}#field:expect@target'] }],
  },
  {
    name: 'replays-streams',
    title: 'keeps a copy of every stream and sends it again',
    policy: () => ({ replaysStreams: true }),
    breaks: [
      { under: ['adr-016', 'rfc9110'], checks: [] },
      {
        under: ['fetch'],
        checks: [
          'request-bodies/{301-post-stream,301-put-stream,301-post-stream-by-http-1-0,302-post-stream,302-put-stream,307-post-stream,307-put-stream,307-post-stream-with-length,307-307-307-stream,308-post-stream,308-put-stream}#followed',
          'request-bodies/301-post-stream-of-a-form#followed',
        ],
      },
    ],
  },
  {
    name: 'chunks-nothing',
    title: 'sends a POST or PUT without a body in chunks, none of them',
    send: adding(['Transfer-Encoding', 'chunked'], (method, hasBody) => !hasBody && (method === 'POST' || method === 'PUT')),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'request-bodies/{307-post-without-body,307-put-without-body,308-post-without-body,308-put-without-body}#framing@target',
        ],
      },
    ],
  },
  {
    name: 'measures-nothing',
    title: 'tells the length of a body that a DELETE does not have',
    send: adding(['Content-Length', '0'], (method, hasBody) => !hasBody && method === 'DELETE'),
    breaks: [{ under: ['fetch'], checks: ['request-bodies/{307-delete-without-body,308-delete-without-body}#framing@target'] }],
  },
  {
    name: 'drops-the-last-byte',
    title: 'sends every body again without its last byte',
    policy: () => ({ source: (redirected) => ({ ...redirected, body: redirected.body?.slice(0, -1) }) }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'method-matrix/{301,302}-{put,patch,query,propfind}#request@target',
          'method-matrix/{307,308}-{post,put,patch,query,propfind}#request@target',
          'method-matrix/307-then-307-post#request@target',
          's3-error-bodies/temporary-put#request@other/puppy.jpg',
          'request-bodies/{307-post-text,307-post-json,307-post-form,307-post-multipart,307-post-control-characters,307-post-one-byte,307-post-like-a-request,307-post-large,307-post-to-the-default-port,308-post-text,308-post-json,308-post-form,308-post-multipart,308-post-control-characters,308-post-one-byte,308-post-like-a-request,308-post-large,308-post-to-the-default-port,301-put-text,301-put-multipart,302-put-text,302-put-multipart,content-length-307,transfer-encoding-307,expect-307}#request@target',
          'request-bodies/{307-*,308-307-308-put}#request@stop-1',
          'request-bodies/{307-308-307-post,308-307-308-put}#{request@stop-2,request@stop-3}',
          'method-matrix/{307-lower-case-post,308-lower-case-put}#request@target',
          'services/{nginx-307-post,nginx-308-post}#request@target',
          'services/slash-308-post#request@orders/',
        ],
      },
    ],
  },
];
