import { must, not, should } from '../rulings.ts';
import type { Check } from '../vocabulary/check.ts';
import { originOf, origins, type Place, type ProxyName } from '../vocabulary/origin.ts';
import type { Proxying } from '../vocabulary/scenario.ts';

/** Everything through one proxy. */
export const proxied: Proxying = { http: { at: 'proxy' }, https: { at: 'proxy' } };

/** Everything through one proxy, but for one host. */
export const but = (bypassed: NonNullable<Proxying['bypass']>[number]): Proxying => ({ ...proxied, bypass: [bypassed] });

/** One proxy for http, another for https. */
export const byScheme: Proxying = { http: { at: 'proxy' }, https: { at: 'other-proxy' } };

const isSecure = (place: Place): boolean => origins[originOf(place)].scheme === 'https';

/** A request that comes through a proxy: to an http URL told whole or in a tunnel, as the client likes; to an https URL in a tunnel. */
export function comesVia(at: Place, proxy: ProxyName): Check {
  const tunnel = `via ${proxy}, by tunnel`;
  const expected = isSecure(at) ? [tunnel] : [`via ${proxy}`, tunnel];
  return {
    fact: { kind: 'route', at },
    rulings: [
      must('fetch/proxy-by-url', expected),
      should('rfc9110/proxy-by-target', expected),
      ...(isSecure(at) ? [must('rfc9110/https-is-secured', not('via proxy', 'via other-proxy'))] : []),
    ],
  };
}

/** A request that comes without a proxy, which the caller named only for others. */
export const comesDirectly = (at: Place): Check => ({
  fact: { kind: 'route', at },
  rulings: [must('fetch/proxy-by-url', 'direct'), should('rfc9110/proxy-by-target', 'direct')],
});
