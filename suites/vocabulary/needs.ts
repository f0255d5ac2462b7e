import { type Capability, capabilityNames, isAskedFor } from './capability.ts';
import type { Scenario } from './scenario.ts';

/** Every capability that an adapter must declare for a scenario to run. */
export function needsOf({ calls, needs = [] }: Pick<Scenario, 'calls' | 'needs'>): readonly Capability[] {
  return capabilityNames.filter((name) => needs.includes(name) || calls.some((call) => isAskedFor(name, call)));
}
