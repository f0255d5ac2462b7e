import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Routes, Template } from '../vocabulary/answer.ts';
import type { Proxying } from '../vocabulary/call.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import { defaultPorts, originNamed, originOf, origins, type PathPlace, type ProxyName } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { proxiedExcept, proxiedByHttpOnly, proxyPerScheme, arrivesDirectly, arrivesVia, proxied } from './routing.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  /** Default: one proxy for everything. */
  readonly proxy?: Proxying;
  /** Default: `{home}/start`. */
  readonly from?: PathPlace;
  /** The targets of the redirects, and the proxy through which each request must arrive. */
  readonly stops: readonly (readonly [place: PathPlace, by: ProxyName | 'no proxy'])[];
  /** The first Location. Default: the absolute URL. */
  readonly location?: Template;
  readonly status?: RedirectStatus;
  readonly covers: readonly RowId[];
}

const rows: readonly Row[] = [
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
    title: 'to another host, by a URL without scheme',
    stops: [['{other}/target', 'proxy']],
    location: '//{other.host}/target',
    covers: ['px-absolute-form'],
  },
  ...redirectStatuses.map((status): Row => ({
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
  ...([302, 308] as const).map((status): Row => ({
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
    title: 'to a path, over https',
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
    title: 'to a host that needs no proxy',
    proxy: proxiedExcept('other'),
    stops: [['{other}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'to-bypassed-subdomain',
    title: 'to a subdomain that needs no proxy',
    proxy: proxiedExcept('sub'),
    stops: [['{sub}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'to-bypassed-up',
    title: 'from http to https at a host that needs no proxy',
    proxy: proxiedExcept('other-tls'),
    stops: [['{other-tls}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'from-tunnel-to-bypassed',
    title: 'from https to https at a host that needs no proxy',
    proxy: proxiedExcept('other-tls'),
    from: '{home-tls}/start',
    stops: [['{other-tls}/target', 'no proxy']],
    covers: ['px-per-hop', 'px-tunnel-redirect'],
  },
  {
    name: 'from-bypassed',
    title: 'from a host that needs no proxy to one that needs it',
    proxy: proxiedExcept('home'),
    stops: [['{other}/target', 'proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'from-bypassed-up',
    title: 'from http at a host that needs no proxy to https at one that needs it',
    proxy: proxiedExcept('home'),
    stops: [['{other-tls}/target', 'proxy']],
    covers: ['px-per-hop', 'px-upgrade-connect'],
  },
  {
    name: 'bypassed-and-back',
    title: 'to a host that needs no proxy and back',
    proxy: proxiedExcept('other'),
    stops: [
      ['{other}/middle', 'no proxy'],
      ['{home}/target', 'proxy'],
    ],
    covers: ['px-per-hop'],
  },
  {
    name: 'other-proxy-up',
    title: 'from http to https, with one proxy for each scheme',
    proxy: proxyPerScheme,
    stops: [['{home-tls}/target', 'other-proxy']],
    covers: ['px-per-hop', 'px-upgrade-connect'],
  },
  {
    name: 'other-proxy-down',
    title: 'from https to http, with one proxy for each scheme',
    proxy: proxyPerScheme,
    from: '{home-tls}/start',
    stops: [['{home}/target', 'proxy']],
    covers: ['px-per-hop', 'px-tunnel-redirect'],
  },
  {
    name: 'http-only-up',
    title: 'from http to https, with a proxy for http only',
    proxy: proxiedByHttpOnly,
    stops: [['{home-tls}/target', 'no proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'http-only-down',
    title: 'from https to http, with a proxy for http only',
    proxy: proxiedByHttpOnly,
    from: '{home-tls}/start',
    stops: [['{home}/target', 'proxy']],
    covers: ['px-per-hop'],
  },
  {
    name: 'http-only-up-and-back',
    title: 'from http to https and back, with a proxy for http only',
    proxy: proxiedByHttpOnly,
    stops: [
      ['{other-tls}/middle', 'no proxy'],
      ['{home}/target', 'proxy'],
    ],
    covers: ['px-per-hop', 'px-cross-host-strip'],
  },
  {
    name: 'to-ipv6',
    title: 'to an IPv6 address',
    stops: [['{ipv6}/target', 'proxy']],
    covers: ['px-absolute-form'],
  },
  {
    name: 'ipv6-relative',
    title: 'from an IPv6 address to a path there',
    from: '{ipv6-8080}/start',
    stops: [['{ipv6-8080}/target', 'proxy']],
    location: '/target',
    covers: ['px-absolute-form'],
  },
  {
    name: 'up-to-ipv6',
    title: 'from http to https at an IPv6 address',
    stops: [['{ipv6-tls}/target', 'proxy']],
    covers: ['px-upgrade-connect', 'px-tunnel-redirect'],
  },
  {
    name: 'up-and-on',
    title: 'from http to https, and then to another host',
    stops: [
      ['{home-tls}/middle', 'proxy'],
      ['{other-tls}/target', 'proxy'],
    ],
    covers: ['px-all-hops', 'px-upgrade-connect', 'px-tunnel-redirect'],
  },
];

const placesOf = ({ from = '{home}/start', stops }: Row): readonly [PathPlace, ...PathPlace[]] => [
  from,
  ...stops.map(([place]) => place),
];

const routesOf = (row: Row): Routes => {
  const { location, status = 302 } = row;
  const places = placesOf(row);
  return Object.fromEntries(
    places.map((place, index) => {
      const next = places[index + 1];
      if (next === undefined) return [place, { status: 200, body: 'arrived' }];
      return [place, { status, headers: [['Location', index === 0 ? (location ?? next) : next]] }];
    }),
  );
};

const hostAt = (place: PathPlace, host: Template): CheckOf<'field'> => ({
  fact: { kind: 'field', name: 'Host', at: place },
  rulings: [
    must('fetch/generated-fields-per-request', host),
    must('rfc9112/host-is-the-authority', host),
    should('rfc9110/host-renewed', host),
  ],
});

/** A finding names a host by the first origin with that host. */
const hostOf = (place: PathPlace): Template => {
  const { scheme, host, port } = originNamed(originOf(place));
  const first = Object.entries(origins).find(([, origin]) => origin.host === host)?.[0] ?? '';
  return `{${first}.host}${port === defaultPorts[scheme] ? '' : `:${port}`}`;
};

const toScenario = (row: Row): Scenario => {
  const { name, title, proxy = proxied, stops, status = 302, covers } = row;
  const places = placesOf(row);
  const [from] = places;
  const to = places.at(-1) ?? from;
  return scenario({
    id: `proxies/${name}`,
    title: `Through a proxy, a redirect ${title}`,
    routes: routesOf(row),
    call: { method: 'GET', url: from, proxy },
    covers,
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong(places, status) },
      ...stops.flatMap(([place, by]) => [
        by === 'no proxy' ? arrivesDirectly(place) : arrivesVia(place, by),
        hostAt(place, hostOf(place)),
      ]),
    ],
  });
};

/** The route of each request in a chain depends on its own URL, not on the route of the previous request. */
export const proxyRoutes: readonly Scenario[] = rows.map(toScenario);
