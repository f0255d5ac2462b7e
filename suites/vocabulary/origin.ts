import { z } from 'zod';
import type { Shape } from './shape.ts';

const flaws = ['untrusted', 'misnamed', 'expired', 'closed'] as const;

/** Where the server of an origin is, if not at a host name. */
const addresses = ['IPv4 address', 'IPv6 address', 'unix socket'] as const;

/** An origin as RFC 9110 section 4.3.1 defines it. Names and ports are virtual: the same in every run, mapped to loopback below the client. */
export const originSchema = z.strictObject({
  scheme: z.enum(['http', 'https']),
  host: z.string().describe('Host name. The label of the scenario is added to it: `sub.home` becomes `sub.home-<label>.test`.'),
  domain: z.string().describe('What follows the label. Default: `.test`.').exactOptional(),
  port: z.int(),
  flaw: z
    .enum(flaws)
    .describe(
      'What is wrong on purpose: the certificate comes from an untrusted issuer, is for another name or has expired, or nothing listens.',
    )
    .exactOptional(),
  address: z
    .enum(addresses)
    .describe('The host is an IP address instead of a name; or the server listens at a unix socket, and at no host.')
    .exactOptional(),
  server: z
    .string()
    .describe(
      'Origins with one server share its address and a certificate that covers all their hosts. Default: a server for each address.',
    )
    .exactOptional(),
  network: z.string().describe('What an IP address begins with. Its end belongs to the scenario.').exactOptional(),
  alias: z.string().describe('Another way to write `network`.').exactOptional(),
  alpn: z
    .array(z.enum(['h2', 'http/1.1']))
    .describe('What the server offers by ALPN, in order of preference. Default: HTTP/1.1 only.')
    .exactOptional(),
});

export interface Origin extends Shape<typeof originSchema> {}

export type Flaw = (typeof flaws)[number];

const ipv6 = { host: 'ipv6', address: 'IPv6 address', network: '2001:db8:', alias: '2001:0db8:0:0:0:0' } as const;

/** The origins of the catalogue. Two origins with one host and port are one server that speaks both TLS and plain http. */
export const origins = {
  home: { scheme: 'http', host: 'home', port: 80 },
  'home-8080': { scheme: 'http', host: 'home', port: 8080 },
  'home-tls': { scheme: 'https', host: 'home', port: 443 },
  dual: { scheme: 'http', host: 'home', port: 8443 },
  'dual-tls': { scheme: 'https', host: 'home', port: 8443 },
  sub: { scheme: 'http', host: 'sub.home', port: 80 },
  'home-dot': { scheme: 'http', host: 'home', domain: '.test.', port: 80 },
  'lookalike-before': { scheme: 'http', host: 'evilhome', port: 80 },
  'lookalike-after': { scheme: 'http', host: 'home', domain: '.test.evil.test', port: 80 },
  other: { scheme: 'http', host: 'other', port: 80 },
  'other-tls': { scheme: 'https', host: 'other', port: 443 },
  untrusted: { scheme: 'https', host: 'untrusted', port: 443, flaw: 'untrusted' },
  misnamed: { scheme: 'https', host: 'misnamed', port: 443, flaw: 'misnamed' },
  expired: { scheme: 'https', host: 'expired', port: 443, flaw: 'expired' },
  closed: { scheme: 'http', host: 'closed', port: 80, flaw: 'closed' },
  idn: { scheme: 'http', host: 'xn--bcher-kva.home', port: 80 },
  ipv4: { scheme: 'http', host: 'ipv4', port: 80, address: 'IPv4 address', network: '198.18', alias: '0xc6.022' },
  'other-ipv4': { scheme: 'http', host: 'other-ipv4', port: 80, address: 'IPv4 address', network: '198.19' },
  ipv6: { ...ipv6, scheme: 'http', port: 80 },
  'ipv6-8080': { ...ipv6, scheme: 'http', port: 8080 },
  'ipv6-tls': { ...ipv6, scheme: 'https', port: 443 },
  'other-ipv6': { scheme: 'http', host: 'other-ipv6', port: 80, address: 'IPv6 address', network: '2001:db8:1:' },
  socket: { scheme: 'http', host: 'socket', port: 80, address: 'unix socket' },
  'other-socket': { scheme: 'http', host: 'other-socket', port: 80, address: 'unix socket' },
  h2: { scheme: 'https', host: 'h2', port: 443, alpn: ['h2', 'http/1.1'] },
  'other-h2': { scheme: 'https', host: 'other-h2', port: 443, alpn: ['h2', 'http/1.1'] },
  'shared-h2': { scheme: 'https', host: 'shared-h2', port: 443, server: 'shared', alpn: ['h2', 'http/1.1'] },
  'other-shared-h2': { scheme: 'https', host: 'other-shared-h2', port: 443, server: 'shared', alpn: ['h2', 'http/1.1'] },
  s3: { scheme: 'https', host: 'photos', domain: '.s3.us-east-1.amazonaws.com', port: 443 },
  's3-central': { scheme: 'https', host: 'photos', domain: '.s3.eu-central-1.amazonaws.com', port: 443 },
  proxy: { scheme: 'http', host: 'proxy', port: 3128 },
  'other-proxy': { scheme: 'http', host: 'other-proxy', port: 3128 },
  'socks-proxy': { scheme: 'http', host: 'socks-proxy', port: 1080 },
} as const satisfies Readonly<Record<string, Origin>>;

export type BundledOriginName = keyof typeof origins;

export const originNames = Object.keys(origins) as BundledOriginName[];

/** An origin of a user's own scenario, by its URL. Its host is used as it is. */
export type OwnOriginName = `http://${string}` | `https://${string}`;

export type OriginName = BundledOriginName | OwnOriginName;

/** Matches the URL of an origin of a user's own. */
export const OWN_ORIGIN = String.raw`https?:\/\/[^\s\/?#@{}]+`;

export const originNameSchema = z.union([z.enum(originNames), z.string().regex(new RegExp(`^${OWN_ORIGIN}$`))]).meta({
  id: 'originName',
  description: 'The name of an origin; or any other origin by its URL: `https://example.org`.',
}) as unknown as z.ZodType<OriginName>;

/** Whether an origin is named by its URL. */
export const isOwnOrigin = (name: OriginName): name is OwnOriginName => /^https?:/.test(name);

/** The ports that a URL leaves out. */
export const defaultPorts: Readonly<Record<Origin['scheme'], number>> = { http: 80, https: 443 };

/** The origin that a name stands for. */
export function originNamed(name: OriginName): Origin {
  if (!isOwnOrigin(name)) return origins[name];
  const { protocol, hostname, port } = new URL(name);
  const scheme = protocol === 'https:' ? 'https' : 'http';
  return { scheme, host: hostname, domain: '', port: port === '' ? defaultPorts[scheme] : Number(port) };
}

/** The origins whose servers are forward proxies. */
export const proxies = ['proxy', 'other-proxy'] as const satisfies readonly OriginName[];
export type ProxyName = (typeof proxies)[number];

/** The origins whose servers are SOCKS proxies (RFC 1928); they speak no HTTP themselves. */
export const socksProxies = ['socks-proxy'] as const satisfies readonly OriginName[];
export type SocksProxyName = (typeof socksProxies)[number];

/** The origins whose servers listen at a unix socket. */
export const atSockets = ['socket', 'other-socket'] as const satisfies readonly OriginName[];

/** Whether the server at an origin is a forward proxy. */
export function isProxy(name: OriginName): name is ProxyName {
  return (proxies as readonly OriginName[]).includes(name);
}

/** Whether the server at an origin is a SOCKS proxy. */
export function isSocksProxy(name: OriginName): name is SocksProxyName {
  return (socksProxies as readonly OriginName[]).includes(name);
}

const placeForms = 'expected a place: an origin in braces and a path, such as {home}/start or {https://example.org}/start';

const originPattern = `(${originNames.join('|')}|${OWN_ORIGIN})`;
const pathPlaceSchema = z.string().regex(new RegExp(String.raw`^\{${originPattern}\}\/[\s\S]*$`));
const tunnelPlaceSchema = z.string().regex(new RegExp(String.raw`^\{(${proxies.join('|')})\}>(${originNames.join('|')})$`));

/** A path at an origin, `{other}/target`; on the wire `http://other-<label>.test/target`. */
export type PathPlace = `{${OriginName}}/${string}`;

/** The tunnel to an origin of the catalogue that a proxy is asked for by CONNECT, `{proxy}>home-tls`. */
export type TunnelPlace = `{${ProxyName}}>${BundledOriginName}`;

/** Where a request can arrive. */
export type Place = PathPlace | TunnelPlace;

export const placeSchema = z.union([pathPlaceSchema, tunnelPlaceSchema], placeForms).meta({
  id: 'place',
  description: 'A path at an origin: `{other}/target`. Or the tunnel that a proxy is asked for by CONNECT: `{proxy}>home-tls`.',
}) as unknown as z.ZodType<Place>;

export type Relation = 'same origin' | 'other port' | 'other host' | 'subdomain' | 'parent domain' | 'scheme up' | 'scheme down';

/** The name of a host without the label. Letter case never counts, a final dot does: `home.test.` is another host. */
const nameOf = ({ host, domain = '.test' }: Origin): string => host + domain;

/** How `to` stands to `from`; the host outweighs the scheme, the scheme the port. */
export function relation(from: OriginName, to: OriginName): Relation {
  const a = originNamed(from);
  const b = originNamed(to);
  if (nameOf(b).endsWith(`.${nameOf(a)}`)) return 'subdomain';
  if (nameOf(a).endsWith(`.${nameOf(b)}`)) return 'parent domain';
  if (nameOf(a) !== nameOf(b)) return 'other host';
  if (a.scheme !== b.scheme) return b.scheme === 'https' ? 'scheme up' : 'scheme down';
  return a.port === b.port ? 'same origin' : 'other port';
}

/** The origin a place lies at: `other` of `{other}/target`. */
export function originOf(place: Place): OriginName {
  return place.slice(1, place.indexOf('}')) as OriginName;
}

/** The path of a place, with its query: `/target` of `{other}/target`; of a tunnel `>home-tls`. */
export function pathOf(place: Place): string {
  return place.slice(place.indexOf('}') + 1);
}
