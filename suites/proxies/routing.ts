import { may, must, not } from '../rulings/ruling.ts';
import type { Proxying } from '../vocabulary/call.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { FindingOf } from '../vocabulary/fact.ts';
import { originNamed, type OriginName, originOf, type Place, type ProxyName } from '../vocabulary/origin.ts';

/** Everything through one proxy. */
export const proxied: Proxying = { http: { at: 'proxy' }, https: { at: 'proxy' } };

/** Everything through one proxy, except for one host. */
export const proxiedExcept = (bypassed: OriginName): Proxying => ({ ...proxied, bypass: [bypassed] });

/** One proxy for http, and none for https. */
export const proxiedByHttpOnly: Proxying = { http: { at: 'proxy' } };

/** One proxy for http, another for https. */
export const proxyPerScheme: Proxying = { http: { at: 'proxy' }, https: { at: 'other-proxy' } };

const isSecure = (place: Place): boolean => originNamed(originOf(place)).scheme === 'https';

/** The caller configured the proxies. Fetch lets the client choose how to find one, and RFC 9110 describes typical clients. */
const routeRulings = (...expected: readonly FindingOf<'route'>[]): readonly RulingOn<'route'>[] => [
  must('common/options-are-obeyed', expected),
  may('fetch/proxy-by-url', expected),
  may('rfc9110/proxy-by-target', expected),
];

/** A request through a proxy. An http URL may be sent to the proxy in full or through a tunnel; an https URL needs a tunnel. */
export function arrivesVia(at: Place, proxy: ProxyName): CheckOf<'route'> {
  const tunnel = `via ${proxy}, by tunnel` as const;
  const rulings = isSecure(at)
    ? [...routeRulings(tunnel), must('rfc9110/https-is-secured', not('via proxy', 'via other-proxy'))]
    : routeRulings(`via ${proxy}`, tunnel);
  return { fact: { kind: 'route', at }, rulings };
}

/** A request without a proxy, because the caller configured no proxy for its host. */
export const arrivesDirectly = (at: Place): CheckOf<'route'> => ({
  fact: { kind: 'route', at },
  rulings: routeRulings('direct'),
});
