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
          '{credentials,referrer}/*#canary:authorization@other-tls',
          'credentials/*#{canary:authorization@target,outcome}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,referrer,metadata}/*#canary:authorization@other',
          '*/*#{canary:authorization@home-8080,canary:authorization@sub,canary:authorization@home,canary:authorization@dual-tls,canary:authorization@dual,canary:authorization@home-tls,field:authorization@home-8080/target,field:authorization@sub/target,field:authorization@home-tls/target,field:authorization@dual-tls/target}',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target',
          's3-error-bodies/temporary-*#canary:authorization@other',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-parent-domain-302,option-scheme-down-302,userinfo-parent-domain-302,userinfo-scheme-down-302}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'credentials/{option-parent-*,option-scheme-*,userinfo-scheme-*,userinfo-parent-*}#field:authorization@target',
          'credentials/{option-*,userinfo-*}#field:authorization@dual/target',
          'services/{csp-*,reporting-*,s3-website-object}#canary:authorization@other',
          'services/https-www-slash#canary:authorization@other-tls',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'credentials/*#outcome',
          '{credentials,referrer}/*#canary:authorization@other-tls',
          '*/*#{canary:authorization@sub,field:authorization@sub/target}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,referrer,metadata}/*#canary:authorization@other',
          'cross-host-auth/parent-domain-302#canary:authorization@home',
          's3-error-bodies/temporary-*#canary:authorization@other',
          'credentials/parent-*#canary:authorization@home',
          'credentials/{option-*,userinfo-*,basic-*,digest-*}#field:authorization@other/target',
          'credentials/{option-parent-domain-302,userinfo-parent-domain-302}#field:authorization@target',
          'credentials/{on-*,there-and-back-307,location-*,lookalike-*,names-*,fields-that-no-standard-lists,signed-*}#canary:authorization@other',
          'services/{csp-*,reporting-*,s3-website-object}#canary:authorization@other',
          'services/https-www-slash#canary:authorization@other-tls',
          'credentials/{option-parent-*,userinfo-parent-*}#field:authorization@target',
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
          'credentials/parent-*#canary:cookie@home',
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
          'credentials/parent-*#canary:proxy-authorization@home',
        ],
      },
    ],
  },
  {
    name: 'keeps-api-key',
    title: 'sends X-Api-Key wherever it is redirected',
    policy: keeping('x-api-key'),
    breaks: [
      { under: ['fetch'], checks: [] },
      {
        under: ['strict'],
        checks: [
          'referrer/*#canary:x-api-key@other-tls',
          'headers/*#canary:x-api-key@home',
          '*/*#{canary:x-api-key@sub,canary:x-api-key@dual-tls,canary:x-api-key@home-tls}',
          '{cross-host-auth,cycles,location-resolution,location-bytes,request-bodies,headers,metadata}/*#canary:x-api-key@other',
          '{cross-host-auth,request-bodies,headers}/*#canary:x-api-key@home-8080',
          'cross-host-auth/parent-domain-302#canary:x-api-key@home',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:x-api-key@target',
          's3-error-bodies/temporary-*#canary:x-api-key@other',
          'credentials/{port-*,option-*,userinfo-*}#canary:x-api-key@home-8080',
          'credentials/{parent-*,option-parent-domain-302,userinfo-parent-domain-302}#canary:x-api-key@home',
          'credentials/{option-*,userinfo-*,on-*,there-and-back-307,location-*,lookalike-*,host-field-names-the-target,names-*,fields-that-no-standard-lists,signed-*,basic-*,digest-*}#canary:x-api-key@other',
          'referrer/{other-host,policy-*,written-*}#canary:x-api-key@other',
          'services/{csp-*,reporting-*,s3-website-object}#canary:x-api-key@other',
          'services/https-www-slash#canary:x-api-key@other-tls',
          'credentials/{option-parent-*,userinfo-parent-*}#canary:x-api-key@home',
        ],
      },
    ],
  },
  {
    name: 'leaks-on-port-change',
    title: 'takes two ports of one host for one origin',
    policy: leaking((_, from, to) => from.hostname === to.hostname && from.protocol === to.protocol),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#field:authorization@home-8080/target',
          'headers/*#canary:authorization@home',
          '{cross-host-auth,request-bodies,headers}/*#canary:authorization@home-8080',
          'credentials/port-*#canary:authorization@home-8080',
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
          'referrer/*#canary:authorization@home',
          '*/*#{canary:authorization@dual-tls,canary:authorization@dual,canary:authorization@home-tls,field:authorization@home-tls/target,field:authorization@dual-tls/target}',
          'cross-host-auth/default-ports-down-302#canary:authorization@home',
          'credentials/default-*#canary:authorization@home',
          'credentials/{option-scheme-down-302,userinfo-scheme-down-302}#field:authorization@target',
          'credentials/mixed-schemes#canary:authorization@home-8080',
          'credentials/{option-scheme-*,userinfo-scheme-*}#field:authorization@target',
          'credentials/{option-*,userinfo-*}#field:authorization@dual/target',
          'credentials/relative-then-down#canary:authorization@home',
        ],
      },
    ],
  },
  {
    name: 'leaks-to-subdomains',
    title: 'trusts the subdomains of a host',
    policy: leaking((_, from, to) => to.hostname.endsWith(`.${from.hostname}`)),
    breaks: [
      {
        under: ['fetch'],
        checks: ['*/*#{canary:authorization@sub,field:authorization@sub/target}', 'credentials/signed-url-subdomain#outcome'],
      },
    ],
  },
  {
    name: 'restores-headers',
    title: 'makes each request from the fields of the first, so that what was taken away comes back at the next redirect',
    policy: () => ({ source: (redirected, { headers }) => ({ ...redirected, headers }) }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cross-host-auth/on-at-the-other-host#canary:authorization@other',
          'location-resolution/base-*#canary:authorization@other',
          'credentials/on-*#canary:authorization@other',
          'credentials/{option-on-at-the-other-host,userinfo-on-at-the-other-host}#field:authorization@other/target',
          'metadata/other-host#canary:authorization@other',
          'services/https-www-slash#canary:authorization@other-tls',
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
      { under: ['adr-016'], checks: [] },
      {
        under: ['fetch'],
        checks: [
          'credentials/*#canary:authorization@target',
          'cross-host-auth/{there-and-back,subdomain-and-back}#canary:authorization@target',
        ],
      },
    ],
  },
  {
    name: 'forgets-authorization',
    title: 'drops Authorization on every redirect, even within its origin',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => /^authorization$/i.test(field) || staysBehind(field, from, to),
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#canary:authorization@home-tls/target',
          'cross-host-auth/same-*#canary:authorization@target',
          'credentials/{option-relative-302,option-relative-307,option-same-origin-302,option-same-origin-307}#field:authorization@target',
          'credentials/{option-same-*,option-relative-*}#field:authorization@target',
        ],
      },
    ],
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
          'referrer/*#{canary:authorization@home,canary:x-api-key@home}',
          '*/*#{canary:authorization@dual,canary:x-api-key@dual,canary:cookie@dual,canary:proxy-authorization@dual}',
          'cross-host-auth/{scheme-down-302,default-ports-down-302}#followed',
          'cross-host-auth/default-ports-down-302#{canary:authorization@home,canary:x-api-key@home,canary:cookie@home,canary:proxy-authorization@home}',
          'cycles/http-and-https#{outcome,requests}',
          'location-bytes/bad-port#next@start',
          'request-bodies/{307-post-to-another-scheme-down,308-post-to-another-scheme-down}#{followed,canary:authorization@dual,canary:x-api-key@dual}',
          'credentials/{default-ports-down-301,default-ports-down-303,default-ports-down-307,default-ports-down-308,option-scheme-down-302,userinfo-scheme-down-302,mixed-schemes}#followed',
          'credentials/default-*#{canary:authorization@home,canary:cookie@home,canary:proxy-authorization@home}',
          'credentials/{default-*,option-scheme-down-302,userinfo-scheme-down-302}#canary:x-api-key@home',
          'credentials/{option-scheme-down-302,userinfo-scheme-down-302}#field:authorization@target',
          'referrer/{down,down-to-other-host,written-referer-down}#followed',
          'referrer/down-to-other-host#{canary:authorization@other,canary:x-api-key@other}',
          'credentials/{option-one-port-down-*,userinfo-one-port-down-*,scheme-down-*,option-scheme-down-*,userinfo-scheme-down-*,relative-then-down}#followed',
          'credentials/{option-scheme-*,userinfo-scheme-*}#field:authorization@target',
          'credentials/{option-scheme-*,userinfo-scheme-*,relative-then-down}#canary:x-api-key@home',
          'credentials/relative-then-down#{canary:authorization@home,canary:cookie@home,canary:proxy-authorization@home}',
          'credentials/{option-*,userinfo-*}#field:authorization@dual/target',
        ],
      },
    ],
  },
];
