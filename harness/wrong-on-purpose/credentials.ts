import { valuesOf } from '../fields.ts';
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
    also: ['agent', 'sensitive-headers'],
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'keeps-cookie',
    title: 'sends a Cookie set by hand wherever it is redirected',
    policy: keeping('cookie'),
    under: ['strict'],
  },
  {
    name: 'keeps-proxy-authorization',
    title: 'sends Proxy-Authorization wherever it is redirected',
    policy: keeping('proxy-authorization'),
    under: ['strict'],
  },
  {
    name: 'keeps-api-key',
    title: 'sends X-Api-Key wherever it is redirected',
    policy: keeping('x-api-key'),
    under: ['strict'],
  },
  {
    name: 'leaks-on-port-change',
    title: 'takes two ports of one host for one origin',
    policy: leaking((_, from, to) => from.hostname === to.hostname && from.protocol === to.protocol),
    under: ['fetch'],
  },
  {
    name: 'leaks-on-scheme-change',
    title: 'takes http and https on one host for one origin',
    policy: leaking((_, from, to) => from.hostname === to.hostname && from.protocol !== to.protocol),
    under: ['fetch'],
  },
  {
    name: 'leaks-to-subdomains',
    title: 'trusts the subdomains of a host',
    policy: leaking((_, from, to) => to.hostname.endsWith(`.${from.hostname}`)),
    under: ['fetch'],
  },
  {
    name: 'restores-headers',
    title: 'makes each request from the fields of the first, so that what was taken away comes back at the next redirect',
    policy: () => ({ source: (redirected, { headers }) => ({ ...redirected, headers }) }),
    under: ['fetch'],
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
    under: ['fetch'],
  },
  {
    name: 'forgets-authorization',
    title: 'drops Authorization on every redirect, even within its origin',
    policy: ({ staysBehind }) => ({
      staysBehind: (field, from, to) => /^authorization$/i.test(field) || staysBehind(field, from, to),
    }),
    also: ['http2'],
    under: ['fetch'],
  },
  {
    name: 'goes-down',
    title: 'follows from https to http, with everything it has',
    policy: ({ staysBehind }) => ({
      refuses: () => false,
      staysBehind: (field, from, to) => from.protocol <= to.protocol && staysBehind(field, from, to),
    }),
    under: ['strict'],
  },
];
