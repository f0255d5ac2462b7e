import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that does not know one of its own options. */
const ignoring = (option: 'onRedirect' | 'sensitiveHeaders' | 'maxBytes' | 'rewriteMethods'): NonNullable<Sin['client']> =>
  wrapped(() => (send) => (request, context) => {
    delete request[option];
    return send(request, context);
  });

/** Clients whose options do not do what they promise. */
export const options: readonly Sin[] = [
  {
    name: 'tells-nobody',
    title: 'never calls the function that wants to know of redirects',
    capability: 'on-redirect',
    client: ignoring('onRedirect'),
    under: ['rfc9110'],
  },
  {
    name: 'tells-too-soon',
    title: 'tells of a redirect before there is one',
    capability: 'on-redirect',
    client: wrapped(() => (send) => (request, context) => {
      const added = request.onRedirect?.({ status: 302, url: request.url }) ?? [];
      return send({ ...request, headers: [...request.headers, ...added] }, context);
    }),
    under: ['rfc9110'],
  },
  {
    name: 'tells-everybody',
    title: 'does not know which fields its caller calls sensitive',
    capability: 'sensitive-headers',
    client: ignoring('sensitiveHeaders'),
    under: ['rfc9110'],
  },
  {
    name: 'guards-too-well',
    title: 'drops the fields that its caller calls sensitive, wherever it goes',
    capability: 'sensitive-headers',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => field === 'X-Tenant-Token' || staysBehind(field, from, to),
    }),
    under: ['rfc9110'],
  },
  {
    name: 'rewrites-as-it-likes',
    title: 'turns POST into GET whatever its caller wants',
    capability: 'rewrite-methods',
    client: ignoring('rewriteMethods'),
    under: ['fetch'],
  },
  {
    name: 'does-the-opposite',
    title: 'keeps POST where it is to become GET, and the other way round',
    capability: 'rewrite-methods',
    client: wrapped(() => (send) => (request, context) => send({ ...request, rewriteMethods: !request.rewriteMethods }, context)),
    under: ['rfc9110'],
  },
  {
    name: 'knows-no-limit',
    title: 'reads as many bytes as come',
    capability: 'max-bytes',
    client: ignoring('maxBytes'),
    under: ['rfc9110'],
  },
  {
    name: 'measures-redirects',
    title: 'counts the bytes of redirects too',
    capability: 'max-bytes',
    send: (send) => {
      let bytes = 0;
      return async (request) => {
        const answer = await send(request);
        bytes += answer.body.length;
        if (answer.status === 200 && bytes > 1000) throw new Error('the body is too large');
        return answer;
      };
    },
    under: ['rfc9110'],
  },
];
