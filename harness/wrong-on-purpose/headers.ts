import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
import { sendTarget } from './send-target.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const isCredential = (field: string): boolean => /authorization$|^cookie$|^x-api-key$/i.test(field);

/** A client that changes the fields of every request but the first of a call. */
const behindRedirects =
  (change: (request: Exchange, first: Exchange) => HeaderFields) =>
  (send: Send): Send => {
    let first: Exchange | undefined;
    return (request) => {
      const headers = first ? change(request, first) : request.headers;
      first ??= request;
      return send({ ...request, headers });
    };
  };

const withHost = ({ headers: fields }: Exchange, host: string): HeaderFields => [
  ...fields.filter(([name]) => !/^host$/i.test(name)),
  ['Host', host],
];

/** Clients that carry the wrong fields along. */
export const headers: readonly Sin[] = [
  {
    name: 'keeps-host',
    title: 'sends the Host of its first request with every other',
    send: behindRedirects((request, { url }) => withHost(request, url.host)),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'names-the-default-port',
    title: 'names the port in Host behind a redirect, even if it is the default',
    send: behindRedirects((request) => {
      const { protocol, hostname, port } = request.url;
      return withHost(request, `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
    }),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'forgets-fields',
    title: 'drops the fields of the caller on every redirect, credentials apart',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => !isCredential(field) || staysBehind(field, from, to),
    }),
    also: ['sensitive-headers'],
    under: ['fetch'],
  },
  {
    name: 'names-the-whole-uri',
    title: 'puts the whole URI in the request line behind a redirect',
    send: (send) => (request) => (request.url.pathname === '/start' ? send(request) : sendTarget(request, request.url.href)),
    under: ['fetch'],
  },
  {
    name: 'keeps-its-conditions',
    title: 'asks whether what it has is still good, wherever it is sent',
    client: wrapped(() => {
      let etag: string | undefined;
      return (send) => async (request, options) => {
        const condition: [string, string][] = etag === undefined ? [] : [['If-None-Match', etag]];
        const response = await send({ ...request, headers: [...request.headers, ...condition] }, options);
        [etag] = valuesOf(response.headers, 'etag');
        return response;
      };
    }),
    under: ['fetch'],
  },
  {
    name: 'mixes-fields',
    title: 'hands over the fields of all answers of a chain',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return { ...response, headers: [...(response.history ?? []).flatMap((entry) => entry.headers ?? []), ...response.headers] };
    }),
    under: ['fetch'],
  },
];
