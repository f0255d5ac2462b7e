import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { exchangeByHttp1 } from '../policy/transport.ts';
import type { OutgoingRequest } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, withField } from './support/changing.ts';
import { relocated } from './support/relocated.ts';
import { changingResponses, wrapped } from './support/wrapped.ts';

const isCredential = (field: string): boolean => /authorization$|^cookie$|^x-api-key$/i.test(field);

const withHost = (request: OutgoingRequest, host: string): OutgoingRequest => ({
  ...request,
  headers: withField(request.headers, 'Host', host),
});

/** Clients that send or return wrong fields. */
export const headerMutants: readonly Mutant[] = [
  {
    name: 'keeps-host',
    title: 'sends the Host of its first request with every other request',
    send: changingRedirectedRequests((request, first) => withHost(request, first.url.host)),
    witnesses: {
      fetch: ['headers/host-port#field:host@home-8080/target'],
      rfc9110: ['headers/host-subdomain#field:host@sub/target'],
    },
  },
  {
    name: 'takes-host-as-base',
    title: 'resolves a relative Location against the Host that its caller set',
    send: relocated((location, { headers }) => {
      const [host] = valuesOf(headers, 'host');
      return host !== undefined && !URL.canParse(location) ? new URL(location, `http://${host}/`).href : location;
    }),
    witnesses: {
      fetch: ['headers/host-by-hand-of-another-server-path#next@start'],
      rfc9110: ['headers/host-by-hand-of-another-server-path#next@start'],
    },
  },
  {
    name: 'keeps-host-of-the-caller',
    title: 'sends a Host that its caller set to every origin',
    policy: ({ dropsField }) => ({ dropsField: (field, from, to) => !/^host$/i.test(field) && dropsField(field, from, to) }),
    witnesses: { fetch: ['headers/host-by-hand-other#field:host@other/target'] },
  },
  {
    name: 'sends-default-port-in-host',
    title: 'sends the port in Host after a redirect, even the default port',
    send: changingRedirectedRequests((request) => {
      const { protocol, hostname, port } = request.url;
      return withHost(request, `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
    }),
    witnesses: {
      fetch: ['headers/host-default-port#field:host@other/target'],
      rfc9110: ['headers/host-other#field:host@other/target'],
    },
  },
  {
    name: 'drops-fields',
    title: 'drops the fields of its caller on every redirect, except credentials',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => !isCredential(field) || dropsField(field, from, to),
    }),
    witnesses: { fetch: ['headers/kept-302-get#field:accept@target'] },
  },
  {
    name: 'loses-empty-fields',
    title: 'drops fields with an empty value on every redirect',
    send: changingRedirectedRequests((request) => ({
      ...request,
      headers: request.headers.filter(([, value]) => value !== ''),
    })),
    witnesses: { fetch: ['headers/unusual-values-302-get#field:x-empty@target'] },
  },
  {
    name: 'knows-fields-by-usual-case',
    title: 'drops fields on every redirect whose names do not begin with a capital letter',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => !/^[A-Z][^A-Z]/.test(field) || dropsField(field, from, to),
    }),
    witnesses: {
      fetch: [
        'headers/names-in-lower-case-302-get#field:accept@target',
        'headers/names-in-upper-case-302-get#field:range@target',
      ],
    },
  },
  {
    name: 'sends-absolute-form',
    title: 'sends the absolute URL in the request line after a redirect',
    send: (send) => (request) =>
      request.url.pathname === '/start' ? send(request) : exchangeByHttp1(request, { path: request.url.href }),
    witnesses: {
      fetch: ['headers/kept-302-get#followed'],
      rfc9110: ['headers/request-line-same-origin#next@start', 'headers/request-line-empty-path#next@start'],
    },
  },
  {
    name: 'keeps-conditions',
    title: 'sends the ETag of one call as If-None-Match in the next call, to any URL',
    client: wrapped(() => {
      let etag: string | undefined;
      return (send) => async (request, options) => {
        const condition: [string, string][] = etag === undefined ? [] : [['If-None-Match', etag]];
        const response = await send({ ...request, headers: [...request.headers, ...condition] }, options);
        [etag] = valuesOf(response.headers, 'etag');
        return response;
      };
    }),
    witnesses: { fetch: ['headers/validators-of-a-cache#field:if-none-match@target'] },
  },
  {
    name: 'returns-fields-of-redirects',
    title: 'returns the fields of all answers of a chain',
    client: changingResponses((response) => ({
      ...response,
      headers: [...(response.history ?? []).flatMap((entry) => entry.headers ?? []), ...response.headers],
    })),
    witnesses: { fetch: ['metadata/ends-in-204#response-header:location'] },
  },
];
