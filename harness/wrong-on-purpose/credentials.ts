import { valuesOf } from '../servers/connection.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Policy } from '../reference/policy.ts';
import type { Sin } from './sin.ts';

/** A client that lets a field go along wherever `leaks` says so. */
const leaking =
  (leaks: (field: string, from: URL, to: URL) => boolean) =>
  ({ staysBehind }: Policy): Partial<Policy> => ({
    staysBehind: (field, from, to) => staysBehind(field, from, to) && !leaks(field.toLowerCase(), from, to),
  });

const keeping = (name: string): ((virtue: Policy) => Partial<Policy>) => leaking((field) => field === name);

export const credentials: readonly Sin[] = [
  {
    name: 'keeps-authorization',
    title: 'sends Authorization wherever it is redirected',
    policy: keeping('authorization'),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '{cross-host-auth,cycles}/*#canary:authorization@other',
          '*/*#{canary:authorization@home-8080,canary:authorization@sub,canary:authorization@home,canary:authorization@dual-tls,canary:authorization@dual,canary:authorization@home-tls}',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target',
          's3-error-bodies/temporary-*#canary:authorization@other',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          '*/*#canary:authorization@sub',
          '{cross-host-auth,cycles}/*#canary:authorization@other',
          'cross-host-auth/parent-domain-302#canary:authorization@home',
          's3-error-bodies/temporary-*#canary:authorization@other',
        ],
      },
      {
        under: ['strict'],
        checks: [
          '{cross-host-auth,cycles}/*#canary:authorization@other',
          '*/*#{canary:authorization@home-8080,canary:authorization@sub,canary:authorization@dual-tls,canary:authorization@home-tls}',
          'cross-host-auth/parent-domain-302#canary:authorization@home',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target',
          's3-error-bodies/temporary-*#canary:authorization@other',
        ],
      },
    ],
  },
  {
    name: 'keeps-cookie',
    title: 'sends a Cookie set by hand wherever it is redirected',
    policy: keeping('cookie'),
    breaks: [
      {
        under: ['strict'],
        checks: [
          '*/*#{canary:cookie@home-8080,canary:cookie@other,canary:cookie@sub,canary:cookie@dual-tls,canary:cookie@home-tls}',
          'cross-host-auth/parent-domain-302#canary:cookie@home',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:cookie@target',
        ],
      },
    ],
  },
  {
    name: 'keeps-proxy-authorization',
    title: 'sends Proxy-Authorization wherever it is redirected',
    policy: keeping('proxy-authorization'),
    breaks: [
      {
        under: ['strict'],
        checks: [
          '*/*#{canary:proxy-authorization@home-8080,canary:proxy-authorization@other,canary:proxy-authorization@sub,canary:proxy-authorization@dual-tls,canary:proxy-authorization@home-tls}',
          'cross-host-auth/parent-domain-302#canary:proxy-authorization@home',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:proxy-authorization@target',
        ],
      },
    ],
  },
  {
    name: 'keeps-api-key',
    title: 'sends X-Api-Key wherever it is redirected',
    policy: keeping('x-api-key'),
    breaks: [
      {
        under: ['strict'],
        checks: [
          '{cross-host-auth,cycles}/*#canary:x-api-key@other',
          '*/*#{canary:x-api-key@home-8080,canary:x-api-key@sub,canary:x-api-key@dual-tls,canary:x-api-key@home-tls}',
          'cross-host-auth/parent-domain-302#canary:x-api-key@home',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:x-api-key@target',
          's3-error-bodies/temporary-*#canary:x-api-key@other',
        ],
      },
      { under: ['fetch'], checks: [] },
    ],
  },
  {
    name: 'leaks-on-port-change',
    title: 'takes two ports of one host for one origin',
    policy: leaking((_, from, to) => from.hostname === to.hostname && from.protocol === to.protocol),
    breaks: [
      { under: ['fetch'], checks: ['*/*#canary:authorization@home-8080'] },
      {
        under: ['strict'],
        checks: [
          '*/*#{canary:authorization@home-8080,canary:x-api-key@home-8080,canary:cookie@home-8080,canary:proxy-authorization@home-8080}',
        ],
      },
    ],
  },
  {
    name: 'leaks-on-scheme-change',
    title: 'takes http and https on one host for one origin',
    policy: leaking((_, from, to) => from.hostname === to.hostname && from.protocol !== to.protocol),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{canary:authorization@dual-tls,canary:authorization@dual,canary:authorization@home-tls}',
          'cross-host-auth/default-ports-down-302#canary:authorization@home',
        ],
      },
      {
        under: ['strict'],
        checks: [
          '*/*#{canary:authorization@dual-tls,canary:x-api-key@dual-tls,canary:cookie@dual-tls,canary:proxy-authorization@dual-tls,canary:authorization@home-tls,canary:x-api-key@home-tls,canary:cookie@home-tls,canary:proxy-authorization@home-tls}',
        ],
      },
    ],
  },
  {
    name: 'leaks-to-subdomains',
    title: 'trusts the subdomains of a host',
    policy: leaking((_, from, to) => to.hostname.endsWith(`.${from.hostname}`)),
    breaks: [
      { under: ['fetch', 'adr-016'], checks: ['*/*#canary:authorization@sub'] },
      {
        under: ['strict'],
        checks: ['*/*#{canary:authorization@sub,canary:x-api-key@sub,canary:cookie@sub,canary:proxy-authorization@sub}'],
      },
    ],
  },
  {
    name: 'restores-headers',
    title: 'makes each request from the fields of the first, so that what was taken away comes back at the next redirect',
    policy: () => ({ source: (redirected, { headers }) => ({ ...redirected, headers }) }),
    breaks: [
      { under: ['fetch', 'adr-016'], checks: ['cross-host-auth/on-at-the-other-host#canary:authorization@other'] },
      {
        under: ['strict'],
        checks: [
          'cross-host-auth/on-at-the-other-host#{canary:authorization@other,canary:x-api-key@other,canary:cookie@other,canary:proxy-authorization@other}',
        ],
      },
    ],
  },
  {
    name: 'restores-authorization-at-home',
    title: 'gives Authorization back once the chain returns to its first origin',
    send: (send) => {
      let first: Exchange | undefined;
      return (request) => {
        first ??= request;
        const isHome = request.url.origin === first.url.origin;
        const missing = isHome && valuesOf(request.headers, 'authorization').length === 0;
        const restored = missing ? first.headers.filter(([name]) => /^authorization$/i.test(name)) : [];
        return send({ ...request, headers: [...request.headers, ...restored] });
      };
    },
    breaks: [
      { under: ['fetch'], checks: ['cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target'] },
      { under: ['adr-016'], checks: [] },
    ],
  },
  {
    name: 'forgets-authorization',
    title: 'drops Authorization on every redirect, even within its origin',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => /^authorization$/i.test(field) || staysBehind(field, from, to),
    }),
    breaks: [{ under: ['fetch'], checks: ['cross-host-auth/same-*#canary:authorization@target'] }],
  },
  {
    name: 'goes-down',
    title: 'follows from https to http, with everything it has',
    policy: ({ staysBehind }) => ({
      refuses: () => false,
      staysBehind: (field, from, to) => from.protocol <= to.protocol && staysBehind(field, from, to),
    }),
    breaks: [
      {
        under: ['strict'],
        checks: [
          '*/*#{canary:authorization@dual,canary:x-api-key@dual,canary:cookie@dual,canary:proxy-authorization@dual}',
          'cross-host-auth/{scheme-down-302,default-ports-down-302}#followed',
          'cross-host-auth/default-ports-down-302#{canary:authorization@home,canary:x-api-key@home,canary:cookie@home,canary:proxy-authorization@home}',
          'cycles/http-and-https#{outcome,requests}',
        ],
      },
    ],
  },
];
