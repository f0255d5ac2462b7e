import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Fact } from '../vocabulary/fact.ts';
import { type OriginName, type PathPlace, type Place } from '../vocabulary/origin.ts';
import type { Proxying, ProxyUse, Routes, Scenario, Template } from '../vocabulary/scenario.ts';

const ada: ProxyUse = { at: 'proxy', userinfo: 'ada:{secret:proxy-authorization}' };
const bob: ProxyUse = { at: 'other-proxy', userinfo: 'bob:{secret:proxy-authorization}' };
const open: ProxyUse = { at: 'other-proxy' };

const fieldOf = ({ userinfo }: ProxyUse): Template => (userinfo === undefined ? 'absent' : `Basic ${userinfo}`);

/** The way of a request on which a proxy, and nobody behind it, is to see the credentials. */
interface Sight {
  readonly at: Place;
  readonly by: ProxyUse;
  /** An earlier request through the same proxy: it shows whether the client waits until that asks for credentials. */
  readonly after?: Place;
}

interface Journey {
  readonly name: string;
  readonly title: string;
  readonly proxy: Proxying;
  readonly stops: readonly [PathPlace, PathPlace, ...PathPlace[]];
  /** What the proxy of each redirected request is to see. */
  readonly sees?: readonly Sight[];
  /** Where no proxy stands before the origin, or one that only leads a tunnel to it. */
  readonly unseenBy?: readonly OriginName[];
  readonly covers: readonly RowId[];
}

const everything: Proxying = { http: ada, https: ada };

const journeys: readonly Journey[] = [
  {
    name: 'same-origin',
    title: 'to a path',
    proxy: everything,
    stops: ['{home}/start', '{home}/target'],
    sees: [{ at: '{home}/target', by: ada, after: '{home}/start' }],
    covers: ['px-auth-kept-same-proxy'],
  },
  {
    name: 'other-host',
    title: 'to another host',
    proxy: everything,
    stops: ['{home}/start', '{other}/target'],
    sees: [{ at: '{other}/target', by: ada, after: '{home}/start' }],
    unseenBy: ['other'],
    covers: ['px-auth-kept-same-proxy'],
  },
  {
    name: 'up',
    title: 'from http to https',
    proxy: everything,
    stops: ['{home}/start', '{home-tls}/target'],
    sees: [{ at: '{proxy}>home-tls', by: ada, after: '{home}/start' }],
    unseenBy: ['home-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-upgrade-connect', 'px-auth-state-reset'],
  },
  {
    name: 'up-to-other-host',
    title: 'from http to https at another host',
    proxy: everything,
    stops: ['{home}/start', '{other-tls}/target'],
    sees: [{ at: '{proxy}>other-tls', by: ada, after: '{home}/start' }],
    unseenBy: ['other-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-upgrade-connect', 'px-auth-state-reset'],
  },
  {
    name: 'down',
    title: 'from https to http',
    proxy: everything,
    stops: ['{home-tls}/start', '{home}/target'],
    sees: [{ at: '{home}/target', by: ada }],
    unseenBy: ['home-tls', 'home'],
    covers: ['px-auth-kept-same-proxy', 'px-tunnel-redirect'],
  },
  {
    name: 'from-tunnel-to-tunnel',
    title: 'from one https host to another',
    proxy: everything,
    stops: ['{home-tls}/start', '{other-tls}/target'],
    sees: [{ at: '{proxy}>other-tls', by: ada, after: '{proxy}>home-tls' }],
    unseenBy: ['home-tls', 'other-tls'],
    covers: ['px-auth-kept-same-proxy', 'px-tunnel-redirect'],
  },
  {
    name: 'to-bypassed',
    title: 'to a host that is reached directly',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home}/start', '{other}/target'],
    unseenBy: ['other'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'to-bypassed-subdomain',
    title: 'to a subdomain that is reached directly',
    proxy: { ...everything, bypass: ['sub'] },
    stops: ['{home}/start', '{sub}/target'],
    unseenBy: ['sub'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'to-bypassed-up',
    title: 'from http to https at a host that is reached directly',
    proxy: { ...everything, bypass: ['other-tls'] },
    stops: ['{home}/start', '{other-tls}/target'],
    unseenBy: ['other-tls'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'from-tunnel-to-bypassed',
    title: 'from https to http at a host that is reached directly',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home-tls}/start', '{other}/target'],
    unseenBy: ['home-tls', 'other'],
    covers: ['px-auth-state-reset', 'px-tunnel-redirect'],
  },
  {
    name: 'from-bypassed',
    title: 'from a host that is reached directly',
    proxy: { ...everything, bypass: ['home'] },
    stops: ['{home}/start', '{other}/target'],
    sees: [{ at: '{other}/target', by: ada }],
    unseenBy: ['home'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'bypassed-and-back',
    title: 'to a host that is reached directly, and back',
    proxy: { ...everything, bypass: ['other'] },
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    sees: [{ at: '{home}/target', by: ada, after: '{home}/start' }],
    unseenBy: ['other'],
    covers: ['px-auth-state-reset', 'px-per-hop'],
  },
  {
    name: 'other-proxy-up',
    title: 'from http to https, where another proxy asks for none',
    proxy: { http: ada, https: open },
    stops: ['{home}/start', '{home-tls}/target'],
    sees: [{ at: '{other-proxy}>home-tls', by: open }],
    unseenBy: ['home-tls', 'other-proxy'],
    covers: ['px-auth-not-leaked'],
  },
  {
    name: 'other-proxy-down',
    title: 'from https to http, where another proxy asks for none',
    proxy: { http: open, https: ada },
    stops: ['{home-tls}/start', '{home}/target'],
    sees: [{ at: '{home}/target', by: open }],
    unseenBy: ['home-tls', 'other-proxy'],
    covers: ['px-auth-not-leaked'],
  },
  {
    name: 'each-proxy-its-own-up',
    title: 'from http to https, where another proxy has others',
    proxy: { http: ada, https: bob },
    stops: ['{home}/start', '{home-tls}/target'],
    sees: [{ at: '{other-proxy}>home-tls', by: bob }],
    unseenBy: ['home-tls'],
    covers: ['px-auth-not-leaked', 'px-auth-state-reset'],
  },
  {
    name: 'each-proxy-its-own-down',
    title: 'from https to http, where another proxy has others',
    proxy: { http: bob, https: ada },
    stops: ['{home-tls}/start', '{home}/target'],
    sees: [{ at: '{home}/target', by: bob }],
    unseenBy: ['home-tls', 'home'],
    covers: ['px-auth-not-leaked', 'px-auth-state-reset'],
  },
];

const routesOf = (stops: readonly PathPlace[]): Routes =>
  Object.fromEntries(
    stops.map((stop, index) => {
      const location = stops[index + 1];
      return [stop, location ? { status: 302, location } : { status: 200, body: 'arrived' }];
    }),
  );

const proxyAuthorization = (at: Place): Fact => ({ kind: 'field', name: 'Proxy-Authorization', at });

/** Of a request that is told whole, and not in a tunnel, it is a field. */
const toldWhole = ({ at, by }: Sight): Pick<Check, 'given'> =>
  at.includes('}/') ? { given: { fact: { kind: 'route', at }, oneOf: [`via ${by.at}`] } } : {};

/** What was made for one proxy is made anew for the next. A client may wait until it is asked, which no proxy does here. */
const seenAs = (sight: Sight): Check => {
  const { at, by, after } = sight;
  const field = fieldOf(by);
  return {
    fact: proxyAuthorization(at),
    ...(after ? { given: { fact: proxyAuthorization(after), oneOf: [field] } } : toldWhole(sight)),
    rulings: [
      should('rfc9110/proxy-fields-renewed', by.userinfo === undefined || after ? field : [field, 'absent']),
      ...(by.userinfo === undefined ? [must('rfc9110/proxy-credentials-for-the-proxy', 'absent')] : []),
    ],
  };
};

const unseen = (at: OriginName): Check => ({
  fact: { kind: 'canary', secret: 'proxy-authorization', at },
  rulings: [must('rfc9110/proxy-credentials-for-the-proxy', 'absent')],
});

/** User name and password that a proxy is given in its URL: they come to that proxy, and to nobody else. */
export const credentials: readonly Scenario[] = journeys.map(
  ({ name, title, proxy, stops, sees = [], unseenBy = [], covers }) => {
    const to = stops.at(-1) ?? stops[0];
    return scenario({
      id: `proxies/credentials-${name}`,
      title: `Credentials of a proxy ${title}`,
      routes: routesOf(stops),
      call: { method: 'GET', url: stops[0], proxy },
      covers,
      checks: [
        { fact: { kind: 'followed', to }, rulings: followingAlong(stops, 302) },
        ...sees.map(seenAs),
        ...unseenBy.map(unseen),
      ],
    });
  },
);
