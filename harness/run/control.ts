import { type Capability, capabilityNames } from '../../suites/vocabulary/capability.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import { HarnessFault } from '../fault.ts';
import { capabilityProbes } from './capability-probes.ts';
import { basicProbes, followProbe } from './control-probes.ts';
import { type ControlProbe, type Probe, valueOf, wrongIn } from './probe.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

/** What was found out about a client before any verdict. */
export interface Controlled {
  /** Whether it follows redirects by default. */
  readonly follows: boolean;
  /** What a reader should know before the verdicts, a line each. */
  readonly notes: readonly string[];
}

/** Under MSW a client whose requests are not intercepted is a finding of its own, not a broken adapter. */
const isNotIntercepted = ({ checks }: Cell): boolean =>
  Object.values(checks).some(({ finding }) => valueOf(finding) === 'not intercepted');

/** What is wrong in a probe, if anything. */
function complaintOf(probe: ControlProbe, cell: Cell): string | undefined {
  const wrong = wrongIn(probe, cell);
  return wrong === undefined ? undefined : `${probe.complaint} (${wrong})`;
}

/** A redirect that ends the process, or never ends the call, is a matter of the client: scenarios show it. */
export const isFatalByRedirect = ({ scenario }: Probe, { observation }: Cell): boolean =>
  Object.values(scenario.routes).some((route) => 'location' in route) &&
  (observation?.outcomes.some(({ kind }) => kind === 'hung' || kind === 'crashed') ?? false);

/** What is wrong with a capability that the adapter declares, if anything. It costs only the scenarios that need it. */
async function claimComplaint(probe: ControlProbe, context: ColumnContext): Promise<string | undefined> {
  try {
    const cell = await runScenario(probe.scenario, context);
    return isFatalByRedirect(probe, cell) ? undefined : complaintOf(probe, cell);
  } catch (error) {
    if (error instanceof HarnessFault) return `${probe.complaint} (${error.message})`;
    throw error;
  }
}

/** Whether a client follows redirects by default: it says so, or one redirect shows it. */
export async function followsByDefault(context: ColumnContext): Promise<boolean> {
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
 * Checks the adapter itself before any verdict, and of the capabilities that it declares those that are needed. Throws a
 * HarnessFault if a plain exchange fails; everything else that is wrong is a note, and costs only the scenarios that need it.
 */
export async function control(context: ColumnContext, needed: readonly Capability[] = capabilityNames): Promise<Controlled> {
  const ready = await context.client.ready();
  const { name, capabilities } = ready;
  for (const probe of basicProbes(ready)) {
    const cell = await runScenario(probe.scenario, context);
    if (isNotIntercepted(cell)) return { follows: true, notes: [] };
    const complaint = complaintOf(probe, cell);
    if (complaint !== undefined) throw new HarnessFault(`the adapter ${name} ${complaint}`);
  }
  const follows = await followsByDefault(context);
  const claimed = needed.filter((capability) => capabilities.includes(capability));
  const claims = capabilityProbes.filter(({ capability }) => claimed.includes(capability));
  const complaints: string[] = [];
  for (const probe of claims) complaints.push(...[(await claimComplaint(probe, { ...context, follows })) ?? []].flat());
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
