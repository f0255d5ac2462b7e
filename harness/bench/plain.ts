import { needsOf } from '../../suites/vocabulary/needs.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** Scenarios that a plain loop of calls can run: no options, no aborts, no parallel calls. */
export const isPlain = (scenario: Scenario): boolean =>
  needsOf(scenario).length === 0 && !scenario.atOnce && scenario.calls.every(({ abort }) => !abort);
