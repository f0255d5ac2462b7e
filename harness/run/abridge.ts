import { callsMade } from '../../suites/vocabulary/call.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** How many of the same kind are stored. */
const KEPT = 2;

function firstOfEach<Item>(list: readonly Item[], kindOf: (item: Item, index: number) => string): readonly Item[] {
  const seen = new Map<string, number>();
  return list.filter((item, index) => {
    const kind = kindOf(item, index);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= KEPT;
  });
}

/** What is stored of an observation: of calls that are made many times, the first exchanges and results of each kind. */
export function abridged(observation: Observation, scenario: Scenario): Observation {
  if (scenario.calls.every(({ times = 1 }) => times === 1)) return observation;
  const calls = callsMade(scenario.calls);
  const requests = firstOfEach(observation.requests, ({ origin, method, target }) => `${origin} ${method} ${target}`);
  const outcomes = firstOfEach(observation.outcomes, ({ kind }, index) => `${calls[index]?.method} ${calls[index]?.url} ${kind}`);
  const leftOut = {
    requests: observation.requests.length - requests.length,
    outcomes: observation.outcomes.length - outcomes.length,
  };
  return { ...observation, requests, outcomes, leftOut };
}
