import { createHash } from 'node:crypto';
import { defaultPorts, isOwnOrigin, type OriginName, originNamed } from '../../suites/vocabulary/origin.ts';
import type { Secret } from '../../suites/vocabulary/secret.ts';

/**
 * What makes the names of a scenario its own: cookies and caches know hosts, not ports. Derived from the id, so that
 * names are the same in every run.
 */
export function labelOf(scenarioId: string): string {
  const label = labels.get(scenarioId) ?? newLabel(scenarioId);
  labels.set(scenarioId, label);
  return label;
}

const labels = new Map<string, string>();

function newLabel(scenarioId: string): string {
  const digest = createHash('sha256').update(scenarioId).digest().readBigUInt64BE();
  return digest.toString(36).slice(0, 6).padStart(6, '0');
}

/** The end of an IPv6 address that belongs to the scenario: two groups without leading zeros. */
export function groupsOf(scenarioId: string): string {
  const digest = createHash('sha256').update(scenarioId).digest();
  const groups = [0, 2].map((at) => (0x1000 | digest.readUInt16BE(at)).toString(16));
  return groups.join(':');
}

/** The end of an IPv4 address that belongs to the scenario: two numbers. */
export const octetsOf = (scenarioId: string): string =>
  [...createHash('sha256').update(scenarioId).digest().subarray(0, 2)].join('.');

/** The host of an origin in one scenario, as a URL writes it: `sub.home-1x9k2p.test`, `[2001:db8::1a2b:3c4d]`. */
export function hostOf(name: OriginName, scenarioId: string): string {
  const { host, domain = '.test', network } = originNamed(name);
  if (isOwnOrigin(name)) return host;
  return network === undefined ? `${host}-${labelOf(scenarioId)}${domain}` : addressIn(network, scenarioId);
}

/** The same address as `hostOf`, written in another way; undefined for a name. */
export function aliasOf(name: OriginName, scenarioId: string): string | undefined {
  const { alias } = originNamed(name);
  return alias === undefined ? undefined : addressIn(alias, scenarioId);
}

/** The address of a scenario in a network for documentation (RFC 3849) or for tests (RFC 2544). */
const addressIn = (network: string, scenarioId: string): string =>
  network.includes(':') ? `[${network}:${groupsOf(scenarioId)}]` : `${network}.${octetsOf(scenarioId)}`;

/** The serialized origin, without its default port: `http://home-1x9k2p.test`. */
export function urlOf(name: OriginName, scenarioId: string): string {
  const { scheme, port } = originNamed(name);
  const origin = `${scheme}://${hostOf(name, scenarioId)}`;
  return port === defaultPorts[scheme] ? origin : `${origin}:${port}`;
}

/** `host:port` of an origin, always with its port, as CONNECT names it. */
export const authorityOf = (name: OriginName, scenarioId: string): string =>
  `${hostOf(name, scenarioId)}:${originNamed(name).port}`;

/** The path of the unix socket of an origin in one scenario. It is virtual, like the names: no such file exists. */
export const socketPathOf = (name: OriginName, scenarioId: string): string => `/run/${hostOf(name, scenarioId)}.sock`;

/** The path of the socket of an origin, if it listens at one. */
export const pathOfSocket = (name: OriginName, scenarioId: string): string | undefined =>
  originNamed(name).address === 'unix socket' ? socketPathOf(name, scenarioId) : undefined;

/**
 * Where an origin listens: `host:port`, or `unix:` and the path of a socket. A final dot makes no difference to a
 * resolver, and the brackets of an IPv6 address belong to URLs, so neither is part of it.
 */
export function addressOf(name: OriginName, scenarioId: string): string {
  const { address } = originNamed(name);
  if (address === 'unix socket') return `unix:${socketPathOf(name, scenarioId)}`;
  return authorityOf(name, scenarioId).replace('.:', ':').replace(/[[\]]/g, '');
}

/** Which server listens for an origin: one of its own for each address, unless the origin shares one. */
export function serverOf(name: OriginName, scenarioId: string): string {
  const { server = addressOf(name, scenarioId) } = originNamed(name);
  return server;
}

/** The planted value of a secret: unique to the scenario, the same in every run, and not part of another secret. */
export function secretOf(secret: Secret, scenarioId: string): string {
  return `canary-${secret}-${labelOf(scenarioId)}`;
}
