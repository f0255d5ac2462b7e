import type { Check, CheckId } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Cell, CheckResult } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** An exchange that has nothing to do with conformance, and what a correct adapter shows in it. */
export interface Probe {
  readonly scenario: Scenario;
  /** The accepted findings, by fact. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  /** What no fact tells: what is wrong in what was seen, if anything. */
  readonly wrongIn?: (seen: Observation) => string | undefined;
}

/** A probe without which a run does not begin, or which a run notes. */
export interface ControlProbe extends Probe {
  /** What is wrong with an adapter that shows anything else. */
  readonly complaint: string;
}

/** Facts to read, without any ruling. */
export const reading = (...facts: readonly Fact[]): readonly Check[] => facts.map((fact) => ({ fact, rulings: [] }) as Check);

/** A finding in few words: its value, or why there is none. */
export const valueOf = (finding: Finding | undefined): string =>
  finding && 'value' in finding ? finding.value : (finding?.because ?? 'nothing');

/** The errors that the client threw: the author of an adapter needs them to correct it. */
const errorsIn = ({ outcomes }: Observation): string =>
  outcomes.flatMap((outcome) => (outcome.kind === 'error' ? [`, ${outcome.error.name}: ${outcome.error.message}`] : [])).join('');

/** The first fact of a probe that is not as it should be, with its value. */
function firstWrong({ scenario, expected }: Probe, results: Readonly<Record<CheckId, CheckResult>>): string | undefined {
  for (const [fact, values] of Object.entries(expected)) {
    const value = valueOf(results[`${scenario.id}#${fact}`]?.finding);
    if (!values.includes(value)) return `${fact}: ${value}`;
  }
  return undefined;
}

/** What was seen in a probe that a correct adapter does not show, if anything. */
export function wrongIn(probe: Probe, { checks, observation }: Cell): string | undefined {
  // The transport cannot show it.
  if (!observation) return undefined;
  const wrong = firstWrong(probe, checks) ?? probe.wrongIn?.(observation);
  return wrong === undefined ? undefined : wrong + errorsIn(observation);
}
