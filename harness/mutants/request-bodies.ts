import type { SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, changingRequests, withMore } from './support/changing.ts';
import { changingCalls } from './support/wrapped.ts';

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
    name: 'returns-redirects-of-streams',
    title: 'returns every redirect of a request whose body can be read once',
    client: changingCalls((request) => (request.body instanceof ReadableStream ? { ...request, redirect: 'manual' } : request)),
    witnesses: { fetch: ['request-bodies/303-post-stream#followed', 'http2/303-post-stream#followed'] },
  },
  {
    name: 'drops-bodies-across-origins',
    title: 'drops a body on a redirect to another origin, and keeps the method',
    send: changingRedirectedRequests((request, first) =>
      request.url.origin === first.url.origin ? request : { ...request, body: undefined },
    ),
    witnesses: {
      fetch: [
        'request-bodies/307-post-to-another-host#request@other/target',
        's3-error-bodies/temporary-put#request@other/puppy.jpg',
      ],
      'adr-016': ['request-bodies/307-post-to-another-host#request@other/target'],
    },
  },
  {
    name: 'sends-bodies-as-text',
    title: 'reads a body as text before it sends it',
    client: changingCalls((request) =>
      request.body instanceof Uint8Array
        ? { ...request, body: new TextEncoder().encode(new TextDecoder().decode(request.body)) }
        : request,
    ),
    witnesses: { fetch: ['request-bodies/307-post-octets#request@target'] },
  },
  {
    name: 'brings-content-type-back',
    title: 'sends the Content-Type of its first request again at the second redirect',
    send: changingRequests((request, [first, second]) =>
      first && second && !request.body
        ? withMore(request, ...first.headers.filter(([name]) => name === 'Content-Type'))
        : request,
    ),
    witnesses: { fetch: ['request-bodies/303-then-302-content-fields#field:content-type@target'] },
  },
  {
    name: 'reads-forms-once',
    title: 'sends a form as a stream that it can read once',
    client: changingCalls(({ form, ...request }) => {
      if (!form) return request;
      const { body, headers } = new Response(form);
      return { ...request, headers: [...request.headers, ...headers], body: body ?? undefined };
    }),
    witnesses: { fetch: ['request-bodies/307-post-form-data-with-file#followed'] },
  },
  {
    name: 'drops-last-byte',
    title: 'drops the last byte of a body that it sends again',
    send: changingRedirectedRequests((request) => ({ ...request, body: request.body?.slice(0, -1) })),
    witnesses: { fetch: ['request-bodies/307-post-text#request@target'] },
  },
];
