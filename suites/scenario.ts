import { canaryRulings } from './canaries.ts';
import { must } from './rulings.ts';
import type { Check } from './vocabulary/check.ts';
import { nameOfFact, type Secret } from './vocabulary/fact.ts';
import { isProxy, originOf, origins, relation, type OriginName, type Place } from './vocabulary/origin.ts';
import type { Call, HeaderFields, Scenario } from './vocabulary/scenario.ts';

/** A scenario as its author writes it: what is usual is left out, and added by `scenario`. */
export interface Spec extends Omit<Scenario, 'calls' | 'checks'> {
  /** The one call of most scenarios, */
  readonly call?: Call;
  /** or several. */
  readonly calls?: readonly Call[];
  /** Credentials of the caller, beside those that every call carries. */
  readonly plant?: readonly Secret[];
  readonly checks: readonly Check[];
}

/** The field in which a caller sends each secret. */
export const secretFields: Readonly<Record<Secret, readonly [name: string, value: string]>> = {
  authorization: ['Authorization', 'Bearer {secret:authorization}'],
  'x-api-key': ['X-Api-Key', '{secret:x-api-key}'],
  cookie: ['Cookie', 'session={secret:cookie}'],
  'proxy-authorization': ['Proxy-Authorization', 'Bearer {secret:proxy-authorization}'],
};

/** What every caller has to lose: the credential that all rules name, and one that only its owner knows to be one. */
const always: readonly Secret[] = ['authorization', 'x-api-key'];

const settledCheck = (call: number): Check => ({
  fact: { kind: 'settled', ...(call > 1 && { call }) },
  rulings: [must('common/call-settles', ['response', 'error'])],
});

/**
 * Where a request may come, and is foreign. An origin with a flaw must see no request at all, which its scenarios
 * check; a proxy is nobody's target, and what it may see depends on the way a request takes through it.
 */
function foreignOrigins(
  { routes, alsoListening = [] }: Pick<Spec, 'routes' | 'alsoListening'>,
  start: OriginName,
): readonly OriginName[] {
  const named = [...Object.keys(routes).map((place) => originOf(place as Place)), ...alsoListening];
  const isTarget = (name: OriginName): boolean => !isProxy(name) && !('flaw' in origins[name]);
  return [...new Set(named)].filter((name) => isTarget(name) && relation(start, name) !== 'same origin');
}

/**
 * A whole scenario from what is special about it. Added are: the planted secrets in each call, the check that each
 * call settles, and a canary for each secret at each foreign origin, unless the author has a check of that name.
 */
export function scenario({ call, calls = call ? [call] : [], plant = [], checks, ...rest }: Spec): Scenario {
  // An API that takes nothing but a URL takes no credentials.
  const secrets = calls.some(({ through }) => through) ? [] : [...always, ...plant];
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
    checks: [
      ...calls.map((_, index) => settledCheck(index + 1)),
      ...checks,
      ...canaries.filter(({ fact }) => !own.has(nameOfFact(fact))),
    ],
  };
}
