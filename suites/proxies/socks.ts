import { scenario } from '../builders/scenario.ts';
import { followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { SocksProxyUse } from '../vocabulary/call.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import { originOf, type PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from?: PathPlace;
  readonly to: PathPlace;
  /** Default: the absolute URL. */
  readonly location?: Template;
}

const byName: readonly Row[] = [
  { name: 'relative', title: 'to a path', to: '{home}/target', location: '/target' },
  { name: 'other-host', title: 'to another host', to: '{other}/target' },
  { name: 'other-port', title: 'to another port', to: '{home-8080}/target' },
  { name: 'up', title: 'from http to https', to: '{home-tls}/target' },
  { name: 'up-to-other-host', title: 'from http to https at another host', to: '{other-tls}/target' },
  { name: 'from-https', title: 'from one https host to another', from: '{home-tls}/start', to: '{other-tls}/target' },
  { name: 'down', title: 'from https to http', from: '{home-tls}/start', to: '{home}/target' },
];

const byAddress: readonly Row[] = [
  { name: 'to-ipv4', title: 'to an IPv4 address', to: '{ipv4}/target' },
  {
    name: 'from-ipv4',
    title: 'from an IPv4 address to a path there',
    from: '{ipv4}/start',
    to: '{ipv4}/target',
    location: '/target',
  },
  { name: 'to-ipv6', title: 'to an IPv6 address', to: '{ipv6}/target' },
  { name: 'from-ipv6', title: 'from an IPv6 address to another host', from: '{ipv6}/start', to: '{other}/target' },
];

const redirectTo = (location: Template): Response => ({ status: 302, headers: [['Location', location]] });

const arrived: Response = { status: 200, body: 'arrived' };

const arrivesBySocks = (at: PathPlace): CheckOf<'route'> => ({
  fact: { kind: 'route', at },
  rulings: [must('common/options-are-obeyed', 'via socks-proxy, by tunnel')],
});

interface Handshake {
  readonly name: string;
  readonly title: string;
  readonly proxy: SocksProxyUse;
  readonly checksAt: (at: PathPlace) => readonly Check[];
}

const open: Handshake = { name: 'socks', title: 'Through a SOCKS5 proxy', proxy: { at: 'socks-proxy' }, checksAt: () => [] };

const withCredentials: Handshake = {
  name: 'socks-credentials',
  title: 'Through a SOCKS5 proxy that asks for user name and password',
  proxy: { at: 'socks-proxy', userinfo: 'ada:{secret:proxy-authorization}' },
  checksAt: (at) => [
    {
      fact: { kind: 'canary', secret: 'proxy-authorization', at: originOf(at) },
      rulings: [must('common/proxy-credentials-for-the-proxy', 'absent')],
    },
  ],
};

const toScenario =
  ({ name: handshake, title: through, proxy, checksAt }: Handshake) =>
  ({ name, title, from = '{home}/start', to, location = to }: Row): Scenario =>
    scenario({
      id: `proxies/${handshake}-${name}`,
      title: `${through}, a redirect ${title}`,
      routes: { [from]: redirectTo(location), [to]: arrived },
      call: { method: 'GET', url: from, socksProxy: proxy },
      checks: [
        { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], 302) },
        arrivesBySocks(from),
        arrivesBySocks(to),
        ...[...new Set([from, to].map((at) => `{${originOf(at)}}/` as const))].flatMap(checksAt),
      ],
    });

/** Every connection of a chain goes through the SOCKS proxy, and the proxy is given the name or the address of the host. */
export const socksScenarios: readonly Scenario[] = [
  ...[...byName, ...byAddress].map(toScenario(open)),
  ...byName.map(toScenario(withCredentials)),
];
