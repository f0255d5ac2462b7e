import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Cell, CheckResult } from '../../suites/vocabulary/result.ts';
import { HarnessFault } from '../fault.ts';
import { basicProbes, capabilityProbes, followProbe, type Probe } from './control-probes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

type Results = Readonly<Record<CheckId, CheckResult>>;

/** What was found out about a client before any verdict. */
export interface Controlled {
  /** Whether it follows redirects by default. */
  readonly follows: boolean;
  /** What a reader should know before the verdicts, a line each. */
  readonly notes: readonly string[];
}

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

/** What is wrong in a probe, if anything. */
function complaintOf(probe: Probe, { checks, observation }: Cell): string | undefined {
  // The transport cannot show it.
  if (!observation) return undefined;
  const wrong = firstWrong(probe, checks);
  return wrong === undefined ? undefined : `${probe.complaint} (${wrong}${errorsIn(observation)})`;
}

/** A redirect that ends the process, or never ends the call, is a matter of the client: scenarios show it. */
const isFatalByRedirect = ({ scenario }: Probe, { observation }: Cell): boolean =>
  Object.values(scenario.routes).some((route) => 'location' in route) &&
  (observation?.outcomes.some(({ kind }) => kind === 'hung' || kind === 'crashed') ?? false);

/** What is wrong with a capability that the adapter declares, if anything. It costs only the scenarios that need it. */
async function claimComplaint(probe: Probe, context: ColumnContext): Promise<string | undefined> {
  try {
    const cell = await runScenario(probe.scenario, context);
    return isFatalByRedirect(probe, cell) ? undefined : complaintOf(probe, cell);
  } catch (error) {
    if (error instanceof HarnessFault) return `${probe.complaint} (${error.message})`;
    throw error;
  }
}

/** Whether a client follows redirects by default: it says so, or one redirect shows it. */
async function followsByDefault(context: ColumnContext): Promise<boolean> {
  const { follows, methods } = await context.client.ready();
  if (follows !== undefined) return follows;
  if (methods && !methods.some((method) => method.toUpperCase() === 'GET')) return true;
  try {
    const { checks } = await runScenario(followProbe, context);
    const [requests, outcome] = ['requests', 'outcome'].map((fact) => valueOf(checks[`${followProbe.id}#${fact}`]?.finding));
    return requests !== '1' || !/^(returned \d+|error: redirect-refused)$/.test(outcome ?? '');
  } catch (error) {
    if (error instanceof HarnessFault) return true;
    throw error;
  }
}

/**
 * Checks the adapter itself before any verdict. Throws a HarnessFault if a plain exchange fails; everything else that is
 * wrong is a note, and costs only the scenarios that need it.
 */
export async function control(context: ColumnContext): Promise<Controlled> {
  const ready = await context.client.ready();
  const { name, capabilities } = ready;
  for (const probe of basicProbes(ready)) {
    const cell = await runScenario(probe.scenario, context);
    if (isNotIntercepted(cell.checks)) return { follows: true, notes: [] };
    const complaint = complaintOf(probe, cell);
    if (complaint !== undefined) throw new HarnessFault(`the adapter ${name} ${complaint}`);
  }
  const claims = capabilityProbes.filter(({ capability }) => capabilities.includes(capability));
  const complaints: string[] = [];
  for (const probe of claims) complaints.push(...[(await claimComplaint(probe, context)) ?? []].flat());
  const follows = await followsByDefault(context);
  return {
    follows,
    notes: [
      ...(follows
        ? []
        : [
            `${name} does not follow redirects by default: scenarios in which it would have to are n/a. To have them judged, let the adapter say \`follows: true\``,
          ]),
      ...(complaints.length > 0 ? [`the adapter ${name} may be at fault: it ${complaints.join('; it ')}`] : []),
    ],
  };
}
