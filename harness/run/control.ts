import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import { HarnessFault } from '../fault.ts';
import { type Probe, probes } from './control-probes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

type Results = Readonly<Record<CheckId, CheckResult>>;

const valueOf = (finding: Finding | undefined): string =>
  finding && 'value' in finding ? finding.value : (finding?.because ?? 'nothing');

/** The errors that the client threw: the author of an adapter needs them to correct it. */
const errorsIn = ({ outcomes }: Observation): string =>
  outcomes.flatMap((outcome) => (outcome.kind === 'error' ? [`, ${outcome.error.name}: ${outcome.error.message}`] : [])).join('');

/** The first fact of a probe that is not as it should be, with its value. */
function firstWrong({ scenario, expected }: Probe, results: Results): string | undefined {
  for (const [fact, values] of Object.entries(expected)) {
    const value = valueOf(results[`${scenario.id}#${fact}`]?.finding);
    if (!values.includes(value)) return `${fact}: ${value}`;
  }
  return undefined;
}

/** Under MSW a client whose requests are not intercepted is a finding of its own, not a broken adapter. */
const isNotIntercepted = (results: Results): boolean =>
  Object.values(results).some(({ finding }) => valueOf(finding) === 'not intercepted');

/**
 * Checks the adapter itself before any verdict: a plain exchange works, and it can do what it declares. Throws a
 * HarnessFault that names the adapter and what is wrong.
 */
export async function control(context: ColumnContext): Promise<void> {
  const { name, capabilities } = await context.client.ready();
  for (const probe of probes) {
    if (probe.capability !== undefined && !capabilities.includes(probe.capability)) continue;
    const { checks, observation } = await runScenario(probe.scenario, context);
    // The transport cannot show it.
    if (!observation) continue;
    if (isNotIntercepted(checks)) return;
    const wrong = firstWrong(probe, checks);
    if (wrong !== undefined) throw new HarnessFault(`the adapter ${name} ${probe.complaint} (${wrong}${errorsIn(observation)})`);
  }
}
