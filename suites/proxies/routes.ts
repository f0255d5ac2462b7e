import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import { originOf, origins, type Origin, type PathPlace, type ProxyName } from '../vocabulary/origin.ts';
import type { Proxying, Routes, Scenario, Template } from '../vocabulary/scenario.ts';
import { but, byScheme, comesDirectly, comesVia, proxied } from './ways.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

interface Journey {
  readonly name: string;
  readonly title: string;
  /** By one proxy for everything unless given. */
  readonly proxy?: Proxying;
  /** `{home}/start` unless given. */
  readonly from?: PathPlace;
  /** Where it leads, and through which proxy the request is to come. */
  readonly stops: readonly (readonly [place: PathPlace, by: ProxyName | 'no proxy'])[];
  /** How the first Location spells it, if not in full. */
  readonly location?: Template;
  readonly status?: RedirectStatus;
  readonly covers: readonly RowId[];
}

const journeys: readonly Journey[] = [
  {
    name: 'relative',
    title: 'to a path',
    stops: [['{home}/target', 'proxy']],
    location: '/target',
    covers: ['px-all-hops', 'px-absolute-form'],
  },
  {
    name: 'relative-path',
    title: 'to a relative path',
    from: '{home}/a/b/start',
    stops: [['{home}/a/target', 'proxy']],
    location: '../target',
    covers: ['px-absolute-form'],
  },
  {
    name: 'without-scheme',
    title: 'to another host, scheme left out',
    stops: [['{other}/target', 'proxy']],
    location: '//{other.host}/target',
    covers: ['px-absolute-form'],
  },
  ...redirectStatuses.map((status): Journey => ({
    name: `other-host-${status}`,
    title: `to another host, by ${status}`,
    stops: [['{other}/target', 'proxy']],
    status,
    covers: ['px-all-hops', 'px-absolute-form', 'px-cross-host-strip'],
  })),
  {
    name: 'other-port',
    title: 'to another port',
    stops: [['{home-8080}/target', 'proxy']],
    covers: ['px-all-hops'],
  },
  ...([302, 308] as const).map((status): Journey => ({
    name: `up-${status}`,
    title: `from http to https, by ${status}`,
    stops: [['{home-tls}/target', 'proxy']],
    status,
    covers: ['px-all-hops', 'px-upgrade-connect', 'px-tunnel-redirect'],
  })),
  {
    name: 'up-to-other-host',
    title: 'from http to https at another host',
    stops: [['{other-tls}/target', 'proxy']],
    covers: ['px-upgrade-connect', 'px-tunnel-redirect', 'px-cross-host-strip'],
  },
  {
    name: 'down',
    title: 'from https to http',
    from: '{home-tls}/start',
    stops: [['{home}/target', 'proxy']],
    covers: ['px-tunnel-redirect'],
  },
  {
    name: 'down-to-other-host',
    title: 'from https to http at another host',
    from: '{home-tls}/start',
    stops: [['{other}/target', 'proxy']],
    covers: ['px-tunnel-redirect', 'px-cross-host-strip'],
  },
  {
    name: 'within-a-tunnel',
    title: 'to a path, by https',
    from: '{home-tls}/start',
    stops: [['{home-tls}/target', 'proxy']],
    location: '/target',
    covers: ['px-all-hops', 'px-tunnel-redirect'],
  },
  {
    name: 'from-tunnel-to-tunnel',
    title: 'from one https host to another',
    from: '{home-tls}/start',
    stops: [['{other-tls}/target', 'proxy']],
    covers: ['px-all-hops', 'px-tunnel-redirect', 'px-cross-host-strip'],
  },
  {
    name: 'to-bypassed',
    title: 'to a host that needs none',
    proxy: but('other'),
    stops: [['{other}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'to-bypassed-subdomain',
    title: 'to a subdomain that needs none',
    proxy: but('sub'),
    stops: [['{sub}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'to-bypassed-up',
    title: 'from http to https at a host that needs none',
    proxy: but('other-tls'),
    stops: [['{other-tls}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'from-tunnel-to-bypassed',
    title: 'from https to https at a host that needs none',
    proxy: but('other-tls'),
    from: '{home-tls}/start',
    stops: [['{other-tls}/target', 'no proxy']],
    covers: ['px-per-hop', 'px-tunnel-redirect'],
  },
  {
    name: 'from-bypassed',
    title: 'from a host that needs none to one that does',
    proxy: but('home'),
    stops: [['{other}/target', 'proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'from-bypassed-up',
    title: 'from http at a host that needs none to https at one that does',
    proxy: but('home'),
    stops: [['{other-tls}/target', 'proxy']],
    covers: ['px-per-hop', 'px-upgrade-connect'],
  },
  {
    name: 'bypassed-and-back',
    title: 'to a host that needs none and back',
    proxy: but('other'),
    stops: [
      ['{other}/middle', 'no proxy'],
      ['{home}/target', 'proxy'],
    ],
    covers: ['px-per-hop'],
  },
  {
    name: 'other-proxy-up',
    title: 'from http to https, each by a proxy of its own',
    proxy: byScheme,
    stops: [['{home-tls}/target', 'other-proxy']],
    covers: ['px-per-hop', 'px-upgrade-connect'],
  },
  {
    name: 'other-proxy-down',
    title: 'from https to http, each by a proxy of its own',
    proxy: byScheme,
    from: '{home-tls}/start',
    stops: [['{home}/target', 'proxy']],
    covers: ['px-per-hop', 'px-tunnel-redirect'],
  },
  {
    name: 'up-and-on',
    title: 'from http to https, and on to another host',
    stops: [
      ['{home-tls}/middle', 'proxy'],
      ['{other-tls}/target', 'proxy'],
    ],
    covers: ['px-all-hops', 'px-upgrade-connect', 'px-tunnel-redirect'],
  },
];

const placesOf = ({ from = '{home}/start', stops }: Journey): readonly [PathPlace, ...PathPlace[]] => [
  from,
  ...stops.map(([place]) => place),
];

const routesOf = (journey: Journey): Routes => {
  const { location, status = 302 } = journey;
  const places = placesOf(journey);
  return Object.fromEntries(
    places.map((place, index) => {
      const next = places[index + 1];
      if (next === undefined) return [place, { status: 200, body: 'arrived' }];
      return [place, { status, headers: [['Location', index === 0 ? (location ?? next) : next]] }];
    }),
  );
};

const defaultPorts: Readonly<Record<Origin['scheme'], number>> = { http: 80, https: 443 };

const hostAt = (place: PathPlace, host: Template): Check => ({
  fact: { kind: 'field', name: 'Host', at: place },
  rulings: [
    must('fetch/generated-fields-per-request', host),
    must('rfc9112/host-is-the-authority', host),
    should('rfc9110/host-renewed', host),
  ],
});

/** A finding names a host by the first origin that has it. */
const hostOf = (place: PathPlace): Template => {
  const { scheme, host, port }: Origin = origins[originOf(place)];
  const first = Object.entries(origins).find(([, origin]) => origin.host === host)?.[0] ?? '';
  return `{${first}.host}${port === defaultPorts[scheme] ? '' : `:${port}`}`;
};

const journeyed = (journey: Journey): Scenario => {
  const { name, title, proxy = proxied, stops, status = 302, covers } = journey;
  const places = placesOf(journey);
  const [from] = places;
  const to = places.at(-1) ?? from;
  return scenario({
    id: `proxies/${name}`,
    title: `Through a proxy ${title}`,
    routes: routesOf(journey),
    call: { method: 'GET', url: from, proxy },
    covers,
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong(places, status) },
      ...stops.flatMap(([place, by]) => [
        by === 'no proxy' ? comesDirectly(place) : comesVia(place, by),
        hostAt(place, hostOf(place)),
      ]),
    ],
  });
};

/** By which way each request of a chain comes: its own URL decides, not the way of the one before it. */
export const routes: readonly Scenario[] = journeys.map(journeyed);
