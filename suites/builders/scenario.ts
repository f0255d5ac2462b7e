import { canaryRulings } from '../rulings/canaries.ts';
import { must } from '../rulings/ruling.ts';
import { type Call, callsMade } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import { nameOfFact } from '../vocabulary/fact.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { isProxy, type OriginName, originNamed, originOf, type Place, relation } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { Secret } from '../vocabulary/secret.ts';

/** A scenario as its author writes it, without the parts that `scenario` adds. */
export interface Spec extends Omit<Scenario, 'calls' | 'checks'> {
  /** For a scenario with one call. */
  readonly call?: Call;
  /** For a scenario with several calls. */
  readonly calls?: readonly Call[];
  /** Secrets to plant in addition to those that every call has. */
  readonly plant?: readonly Secret[];
  readonly checks: readonly Check[];
}

/** The header field in which the caller sends each secret. */
export const secretFields: Readonly<Record<Secret, readonly [name: string, value: string]>> = {
  authorization: ['Authorization', 'Bearer {secret:authorization}'],
  'x-api-key': ['X-Api-Key', '{secret:x-api-key}'],
  cookie: ['Cookie', 'session={secret:cookie}'],
  'proxy-authorization': ['Proxy-Authorization', 'Bearer {secret:proxy-authorization}'],
};

/** Planted in every call: a credential that all rules name, and one that a client cannot recognize as a credential. */
const always: readonly Secret[] = ['authorization', 'x-api-key'];

/** The call must settle; its one ruling is ours. */
export const settledCheck = (call: number): Check => ({
  fact: { kind: 'settled', ...(call > 1 && { call }) },
  rulings: [must('common/call-settles', ['response', 'error'])],
});

/**
 * The origins of a scenario other than that of the first call. An origin with a flaw is left out: it must not receive any
 * request, and its scenarios check that. A proxy is left out: it is not a target, and what it may see depends on the route. So is the
 * origin behind an edge server, which no client asks.
 */
function foreignOrigins(
  { routes, edge, alsoListening = [] }: Pick<Spec, 'routes' | 'edge' | 'alsoListening'>,
  start: OriginName,
): readonly OriginName[] {
  const named = [...Object.keys(routes).map((place) => originOf(place as Place)), ...alsoListening];
  const isTarget = (name: OriginName): boolean => !isProxy(name) && name !== edge?.origin && originNamed(name).flaw === undefined;
  return [...new Set(named)].filter((name) => isTarget(name) && relation(start, name) !== 'same origin');
}

/** Which of the calls made is the first of each. */
export const firstCalls = (calls: readonly Call[]): readonly number[] =>
  calls.map((_, index) => 1 + callsMade(calls.slice(0, index)).length);

/**
 * Completes a scenario. It adds the planted secrets to each call, a check that each call settles, and a canary check for
 * each secret at each foreign origin, unless the author has written a check with that name.
 */
export function scenario({ call, calls = call ? [call] : [], plant = [], checks, ...rest }: Spec): Scenario {
  // An API that takes only a URL takes no credentials. To a page of a browser every field of its own is a matter of CORS.
  const secrets = calls.some(({ through }) => through) ? [] : [...(calls.some(({ page }) => page) ? [] : always), ...plant];
  const planted: HeaderFields = secrets.map((secret) => secretFields[secret]);
  const start = calls[0] ? originOf(calls[0].url) : 'home';
  const canaries = foreignOrigins(rest, start).flatMap((at) =>
    secrets.map((secret): Check => ({
      fact: { kind: 'canary', secret, at },
      rulings: canaryRulings(secret, relation(start, at)),
    })),
  );
  const own = new Set(checks.map(({ fact }) => nameOfFact(fact)));
  return {
    ...rest,
    calls: calls.map((each) => ({ ...each, headers: [...(each.headers ?? []), ...planted] })),
    checks: [...firstCalls(calls).map(settledCheck), ...checks, ...canaries.filter(({ fact }) => !own.has(nameOfFact(fact)))],
  };
}
