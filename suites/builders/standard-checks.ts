import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { settledCheck } from './scenario.ts';

/** The names of the fields that the calls have, each once. */
function fieldNames({ calls }: Pick<Scenario, 'calls'>): readonly string[] {
  const names = calls.flatMap(({ headers = [] }) => headers.map(([name]) => name.toLowerCase()));
  return [...new Set(names)];
}

/**
 * The checks of a scenario that has none of its own: how each call settles and ends, how many requests arrive in all and at each
 * place, the first of them, and what it has of the caller's fields. Only the first has a ruling.
 */
export function standardChecks(scenario: Pick<Scenario, 'calls' | 'routes'>): readonly Check[] {
  const asked = new Set<Place>(scenario.calls.map(({ url }) => url));
  const places = Object.keys(scenario.routes) as Place[];
  return [
    ...scenario.calls.flatMap((_, index): readonly Check[] => [
      settledCheck(index + 1),
      { fact: { kind: 'outcome', ...(index > 0 && { call: index + 1 }) }, rulings: [] },
    ]),
    { fact: { kind: 'requests' }, rulings: [] },
    ...places.flatMap((at): readonly Check[] => [
      { fact: { kind: 'requests', at }, rulings: [] },
      { fact: { kind: 'request', at }, rulings: [] },
      ...(asked.has(at) ? [] : fieldNames(scenario).map((name): Check => ({ fact: { kind: 'field', name, at }, rulings: [] }))),
    ]),
  ];
}
