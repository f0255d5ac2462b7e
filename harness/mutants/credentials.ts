import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { ReferencePolicy } from '../reference/policy.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, changingRequests, withMore } from './support/changing.ts';

/** Keeps a field on a redirect where `keeps` says so. */
const keepingFields =
  (keeps: (field: string, from: URL, to: URL) => boolean) =>
  ({ dropsField }: ReferencePolicy): Partial<ReferencePolicy> => ({
    dropsField: (field, from, to) => dropsField(field, from, to) && !keeps(field.toLowerCase(), from, to),
  });

const keepingField = (name: string): ((original: ReferencePolicy) => Partial<ReferencePolicy>) =>
  keepingFields((field) => field === name);

/** Clients that send credentials where they must not, or not where they must. */
export const credentialMutants: readonly Mutant[] = [
  {
    name: 'keeps-authorization',
    title: 'sends Authorization to every origin',
    policy: keepingField('authorization'),
    witnesses: {
      fetch: ['cross-host-auth/host-302#canary:authorization@other'],
      'adr-016': ['cross-host-auth/host-302#canary:authorization@other'],
      strict: ['cross-host-auth/host-302#canary:authorization@other'],
    },
  },
  {
    name: 'keeps-cookie',
    title: 'sends a Cookie field of its caller to every origin',
    policy: keepingField('cookie'),
    witnesses: { strict: ['cross-host-auth/host-302#canary:cookie@other'] },
  },
  {
    name: 'keeps-proxy-authorization',
    title: 'sends a Proxy-Authorization field of its caller to every origin',
    policy: keepingField('proxy-authorization'),
    witnesses: { strict: ['cross-host-auth/host-302#canary:proxy-authorization@other'] },
  },
  {
    name: 'keeps-api-key',
    title: 'sends X-Api-Key to every origin',
    policy: keepingField('x-api-key'),
    witnesses: { strict: ['cross-host-auth/host-302#canary:x-api-key@other'] },
  },
  {
    name: 'ignores-port-change',
    title: 'treats two ports of one host as one origin',
    policy: keepingFields((_, from, to) => from.hostname === to.hostname && from.protocol === to.protocol),
    witnesses: { fetch: ['cross-host-auth/port-302#canary:authorization@home-8080'] },
  },
  {
    name: 'ignores-scheme-change',
    title: 'treats http and https on one host as one origin',
    policy: keepingFields((_, from, to) => from.hostname === to.hostname && from.protocol !== to.protocol),
    witnesses: { fetch: ['cross-host-auth/scheme-up-302#canary:authorization@dual-tls'] },
  },
  {
    name: 'trusts-subdomains',
    title: 'treats a subdomain as the origin of its parent domain',
    policy: keepingFields((_, from, to) => to.hostname.endsWith(`.${from.hostname}`)),
    witnesses: { fetch: ['cross-host-auth/subdomain-302#canary:authorization@sub'] },
  },
  {
    name: 'restores-fields',
    title: 'makes each request from the fields of the first one, so that dropped fields return after the next redirect',
    send: changingRequests((request, [first, second]) => (first && second ? { ...request, headers: first.headers } : request)),
    witnesses: { fetch: ['cross-host-auth/on-at-the-other-host#canary:authorization@other'] },
  },
  {
    name: 'restores-authorization-at-home',
    title: 'sends Authorization again when the chain returns to its first origin',
    send: changingRedirectedRequests((request, first) => {
      const isDropped = request.url.origin === first.url.origin && valuesOf(request.headers, 'authorization').length === 0;
      return isDropped ? withMore(request, ...first.headers.filter(([name]) => /^authorization$/i.test(name))) : request;
    }),
    witnesses: { fetch: ['cross-host-auth/subdomain-and-back#canary:authorization@target'] },
  },
  {
    name: 'drops-authorization',
    title: 'drops Authorization on every redirect, even within its origin',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => /^authorization$/i.test(field) || dropsField(field, from, to),
    }),
    witnesses: { fetch: ['cross-host-auth/same-origin-302#canary:authorization@target'] },
  },
  {
    name: 'follows-downgrade',
    title: 'follows from https to http and drops no field there',
    policy: ({ dropsField }) => ({
      refuses: () => false,
      dropsField: (field, from, to) => from.protocol <= to.protocol && dropsField(field, from, to),
    }),
    witnesses: { strict: ['credentials/scheme-down-301#followed', 'credentials/scheme-down-301#canary:authorization@dual'] },
  },
];
