import { createHash } from 'node:crypto';
import { type Origin, type OriginName, origins } from '../../suites/vocabulary/origin.ts';
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

/** The host name of an origin in one scenario: `sub.home-1x9k2p.test`. */
export function hostOf(name: OriginName, scenarioId: string): string {
  const { host, domain = '.test' }: Origin = origins[name];
  return `${host}-${labelOf(scenarioId)}${domain}`;
}

/** The serialized origin, without its default port: `http://home-1x9k2p.test`. */
export function urlOf(name: OriginName, scenarioId: string): string {
  const { scheme, port }: Origin = origins[name];
  return new URL(`${scheme}://${hostOf(name, scenarioId)}:${port}`).origin;
}

/** `host:port` of an origin, always with its port, as CONNECT names it. */
export const authorityOf = (name: OriginName, scenarioId: string): string => `${hostOf(name, scenarioId)}:${origins[name].port}`;

/** `host:port` at which an origin listens. A final dot makes no difference to a resolver, so it is not part of it. */
export const addressOf = (name: OriginName, scenarioId: string): string => authorityOf(name, scenarioId).replace('.:', ':');

/** The planted value of a secret: unique to the scenario, the same in every run, and not part of another secret. */
export function secretOf(secret: Secret, scenarioId: string): string {
  return `canary-${secret}-${labelOf(scenarioId)}`;
}
