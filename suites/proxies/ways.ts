import { may, must, not } from '../rulings.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import { originOf, origins, type Place, type ProxyName } from '../vocabulary/origin.ts';
import type { Proxying } from '../vocabulary/scenario.ts';

/** Everything through one proxy. */
export const proxied: Proxying = { http: { at: 'proxy' }, https: { at: 'proxy' } };

/** Everything through one proxy, but for one host. */
export const but = (bypassed: NonNullable<Proxying['bypass']>[number]): Proxying => ({ ...proxied, bypass: [bypassed] });

/** One proxy for http, another for https. */
export const byScheme: Proxying = { http: { at: 'proxy' }, https: { at: 'other-proxy' } };

const isSecure = (place: Place): boolean => origins[originOf(place)].scheme === 'https';

/** The caller said what goes through which proxy. Fetch leaves it to the client how to find one, RFC 9110 describes what is typical. */
const obeyed = (way: string | readonly string[]): readonly Ruling[] => [
  must('common/options-are-obeyed', way),
  may('fetch/proxy-by-url', way),
  may('rfc9110/proxy-by-target', way),
];

/** A request that comes through a proxy: to an http URL told whole or in a tunnel, as the client likes; to an https URL in a tunnel. */
export function comesVia(at: Place, proxy: ProxyName): Check {
  const tunnel = `via ${proxy}, by tunnel`;
  const expected = isSecure(at) ? [tunnel] : [`via ${proxy}`, tunnel];
  return {
    fact: { kind: 'route', at },
    rulings: [
      ...obeyed(expected),
      ...(isSecure(at) ? [must('rfc9110/https-is-secured', not('via proxy', 'via other-proxy'))] : []),
    ],
  };
}

/** A request that comes without a proxy, which the caller named only for others. */
export const comesDirectly = (at: Place): Check => ({
  fact: { kind: 'route', at },
  rulings: obeyed('direct'),
});
