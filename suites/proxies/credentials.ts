import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Proxying, ProxyUse } from '../vocabulary/call.ts';
import type { CheckOf, Given } from '../vocabulary/check.ts';
import type { FactOf } from '../vocabulary/fact.ts';
import type { OriginName, PathPlace, Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';

const ada: ProxyUse = { at: 'proxy', userinfo: 'ada:{secret:proxy-authorization}' };
const bob: ProxyUse = { at: 'other-proxy', userinfo: 'bob:{secret:proxy-authorization}' };
const open: ProxyUse = { at: 'other-proxy' };

const fieldOf = ({ userinfo }: ProxyUse): Template => (userinfo === undefined ? 'absent' : `Basic ${userinfo}`);

/** A request whose credentials only its proxy must receive. */
interface ProxiedRequest {
  readonly at: Place;
  readonly by: ProxyUse;
  /** An earlier request through the same proxy: it shows whether the client sends credentials before the proxy asks for them. */
  readonly after?: Place;
}

interface Row {
  readonly name: string;
  readonly title: string;
  readonly proxy: Proxying;
  readonly stops: readonly [PathPlace, PathPlace, ...PathPlace[]];
  /** What the proxy of each redirected request must receive. */
  readonly requests?: readonly ProxiedRequest[];
  /** Origins that are reached directly or through a tunnel, and proxies that need no credentials. */
  readonly hiddenFrom?: readonly OriginName[];
  readonly covers: readonly RowId[];
}

const everything: Proxying = { http: ada, https: ada };

const onlyHttp: Proxying = { http: ada };

/** An https URL is requested directly, so its server must not receive what was for the proxy of the request before. */
const httpOnly: readonly Row[] = [
  {
    name: 'http-only-up',
    title: 'from http to https, if https needs no proxy',
    proxy: onlyHttp,
    stops: ['{home}/start', '{home-tls}/target'],
    hiddenFrom: ['home-tls'],
    covers: ['px-auth-not-leaked', 'px-per-hop'],
  },
  {
    name: 'http-only-up-on-one-port',
    title: 'from http to https on one port, if https needs no proxy',
    proxy: onlyHttp,
    stops: ['{dual}/start', '{dual-tls}/target'],
    hiddenFrom: ['dual-tls'],
    covers: ['px-auth-not-leaked', 'px-per-hop'],
  },
  {
    name: 'http-only-up-to-other-host',
    title: 'from http to https at another host, if https needs no proxy',
    proxy: onlyHttp,
    stops: ['{home}/start', '{other-tls}/target'],
    hiddenFrom: ['other-tls'],
    covers: ['px-auth-not-leaked', 'px-per-hop'],
  },
  {
    name: 'http-only-down',
    title: 'from https to http, if https needs no proxy',
    proxy: onlyHttp,
    stops: ['{home-tls}/start', '{home}/target'],
    requests: [{ at: '{home}/target', by: ada }],
    hiddenFrom: ['home-tls'],
    covers: ['px-auth-not-leaked', 'px-per-hop'],
  },
  {
    name: 'http-only-up-and-back',
    title: 'from http to https and back, if https needs no proxy',
    proxy: onlyHttp,
    stops: ['{home}/start', '{home-tls}/middle', '{home}/target'],
    requests: [{ at: '{home}/target', by: ada, after: '{home}/start' }],
    hiddenFrom: ['home-tls'],
    covers: ['px-auth-not-leaked', 'px-per-hop'],
  },
];

const rows: readonly Row[] = [
  {
    name: 'same-origin',
    title: 'to a path',
    proxy: everything,
    stops: ['{home}/start', '{home}/target'],
    requests: [{ at: '{home}/target', by: ada, after: '{home}/start' }],
    covers: ['px-auth-kept-same-proxy'],
  },
  {
    name: 'other-host',
    title: 'to another host',
    proxy: everything,
    stops: ['{home}/start', '{other}/target'],
    requests: [{ at: '{other}/target', by: ada, after: '{home}/start' }],
    hiddenFrom: ['other'],
    covers: ['px-auth-kept-same-proxy'],
  },
  {
    name: 'up',
    title: 'from http to https',
    proxy: everything,
    stops: ['{home}/start', '{home-tls}/target'],
    requests: [{ at: '{proxy}>home-tls', by: ada, after: '{home}/start' }],
    hiddenFrom: ['home-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-upgrade-connect', 'px-auth-state-reset'],
  },
  {
    name: 'up-to-other-host',
    title: 'from http to https at another host',
    proxy: everything,
    stops: ['{home}/start', '{other-tls}/target'],
    requests: [{ at: '{proxy}>other-tls', by: ada, after: '{home}/start' }],
    hiddenFrom: ['other-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-upgrade-connect', 'px-auth-state-reset'],
  },
  {
    name: 'down',
    title: 'from https to http',
    proxy: everything,
    stops: ['{home-tls}/start', '{home}/target'],
    requests: [{ at: '{home}/target', by: ada }],
    hiddenFrom: ['home-tls', 'home'],
    covers: ['px-auth-kept-same-proxy', 'px-tunnel-redirect'],
  },
  {
    name: 'from-tunnel-to-tunnel',
    title: 'from one https host to another',
    proxy: everything,
    stops: ['{home-tls}/start', '{other-tls}/target'],
    requests: [{ at: '{proxy}>other-tls', by: ada, after: '{proxy}>home-tls' }],
    hiddenFrom: ['home-tls', 'other-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-tunnel-redirect'],
  },
  {
    name: 'to-bypassed',
    title: 'to a host that is reached directly',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home}/start', '{other}/target'],
    hiddenFrom: ['other'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'to-bypassed-subdomain',
    title: 'to a subdomain that is reached directly',
    proxy: { ...everything, bypass: ['sub'] },
    stops: ['{home}/start', '{sub}/target'],
    hiddenFrom: ['sub'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'to-bypassed-up',
    title: 'from http to https at a host that is reached directly',
    proxy: { ...everything, bypass: ['other-tls'] },
    stops: ['{home}/start', '{other-tls}/target'],
    hiddenFrom: ['other-tls'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'from-tunnel-to-bypassed',
    title: 'from https to http at a host that is reached directly',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home-tls}/start', '{other}/target'],
    hiddenFrom: ['home-tls', 'other'],
    covers: ['px-auth-state-reset', 'px-tunnel-redirect'],
  },
  {
    name: 'from-bypassed',
    title: 'from a host that is reached directly',
    proxy: { ...everything, bypass: ['home'] },
    stops: ['{home}/start', '{other}/target'],
    requests: [{ at: '{other}/target', by: ada }],
    hiddenFrom: ['home'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'bypassed-and-back',
    title: 'to a host that is reached directly, and back',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    requests: [{ at: '{home}/target', by: ada, after: '{home}/start' }],
    hiddenFrom: ['other'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'other-proxy-up',
    title: 'from http to https, if the other proxy needs none',
    proxy: { http: ada, https: open },
    stops: ['{home}/start', '{home-tls}/target'],
    requests: [{ at: '{other-proxy}>home-tls', by: open }],
    hiddenFrom: ['home-tls', 'other-proxy'],
    covers: ['px-auth-not-leaked'],
  },
  {
    name: 'other-proxy-down',
    title: 'from https to http, if the other proxy needs none',
    proxy: { http: open, https: ada },
    stops: ['{home-tls}/start', '{home}/target'],
    requests: [{ at: '{home}/target', by: open }],
    hiddenFrom: ['home-tls', 'other-proxy'],
    covers: ['px-auth-not-leaked'],
  },
  {
    name: 'each-proxy-its-own-up',
    title: 'from http to https, if the other proxy has its own credentials',
    proxy: { http: ada, https: bob },
    stops: ['{home}/start', '{home-tls}/target'],
    requests: [{ at: '{other-proxy}>home-tls', by: bob }],
    hiddenFrom: ['home-tls'],
    covers: ['px-auth-not-leaked', 'px-auth-state-reset'],
  },
  {
    name: 'each-proxy-its-own-down',
    title: 'from https to http, if the other proxy has its own credentials',
    proxy: { http: bob, https: ada },
    stops: ['{home-tls}/start', '{home}/target'],
    requests: [{ at: '{home}/target', by: bob }],
    hiddenFrom: ['home-tls', 'home'],
    covers: ['px-auth-not-leaked', 'px-auth-state-reset'],
  },
  ...httpOnly,
];

const proxyAuthorization = (at: Place): FactOf<'field'> => ({ kind: 'field', name: 'Proxy-Authorization', at });

/** The proxy of an http URL receives the field only if the request is sent to it in full and not through a tunnel. */
const givenOf = ({ at, by, after }: ProxiedRequest): Given | undefined => {
  if (after) return { fact: proxyAuthorization(after), oneOf: [fieldOf(by)] };
  return at.includes('}/') ? { fact: { kind: 'route', at }, oneOf: [`via ${by.at}`] } : undefined;
};

/** The field is generated again for each proxy. A client may wait until a proxy asks for it, which no proxy does here. */
const receivedField = (request: ProxiedRequest): CheckOf<'field'> => {
  const { at, by, after } = request;
  const field = fieldOf(by);
  const given = givenOf(request);
  return {
    fact: proxyAuthorization(at),
    ...(given && { given }),
    rulings: [
      should('rfc9110/proxy-fields-renewed', by.userinfo === undefined || after ? field : [field, 'absent']),
      ...(by.userinfo === undefined ? [must('rfc9110/proxy-credentials-for-the-proxy', 'absent')] : []),
    ],
  };
};

const notReceived = (at: OriginName): CheckOf<'canary'> => ({
  fact: { kind: 'canary', secret: 'proxy-authorization', at },
  rulings: [must('rfc9110/proxy-credentials-for-the-proxy', 'absent')],
});

const toScenario = ({ name, title, proxy, stops, requests = [], hiddenFrom = [], covers }: Row): Scenario => {
  const to = stops.at(-1) ?? stops[0];
  return scenario({
    id: `proxies/credentials-${name}`,
    title: `Credentials of a proxy on a redirect ${title}`,
    routes: routesAlong(stops),
    call: { method: 'GET', url: stops[0], proxy },
    covers,
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong(stops, 302) },
      ...requests.map(receivedField),
      ...hiddenFrom.map(notReceived),
    ],
  });
};

/** User name and password in the URL of a proxy are for that proxy only. */
export const proxyCredentials: readonly Scenario[] = rows.map(toScenario);
