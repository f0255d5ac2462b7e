import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { HarnessFault } from '../fault.ts';
import { capabilityProbes, type CapabilityProbe } from '../run/capability-probes.ts';
import { followsByDefault, isFatalByRedirect } from '../run/control.ts';
import { basicProbes } from '../run/control-probes.ts';
import { type Probe, valueOf, wrongIn } from '../run/probe.ts';
import { type ColumnContext, runScenario } from '../run/run-scenario.ts';
import { type AdapterProbe, adapterProbes } from './adapter-probes.ts';
import type { Diagnosis, State } from './diagnosis.ts';

/** How a probe went. */
type Seen = { readonly state: 'ok' } | { readonly state: 'wrong' | 'n/a'; readonly seen: string };

/** Why a probe was not run. */
const reasonIn = ({ checks }: Cell): string => valueOf(Object.values(checks)[0]?.finding);

async function look(probe: Probe, context: ColumnContext): Promise<Seen> {
  try {
    const cell = await runScenario(probe.scenario, context);
    if (!cell.observation) return { state: 'n/a', seen: reasonIn(cell) };
    if (isFatalByRedirect(probe, cell)) return { state: 'n/a', seen: 'a redirect ends the process of the client' };
    const seen = wrongIn(probe, cell);
    return seen === undefined ? { state: 'ok' } : { state: 'wrong', seen };
  } catch (error) {
    if (error instanceof HarnessFault) return { state: 'wrong', seen: error.message };
    throw error;
  }
}

const toDiagnosis = (
  seen: Seen,
  { name, title, remedy }: Pick<AdapterProbe, 'name' | 'title' | 'remedy'>,
  wrong: State,
): Diagnosis => ({
  probe: name,
  title,
  state: seen.state === 'wrong' ? wrong : seen.state,
  ...('seen' in seen && { seen: seen.seen }),
  ...(seen.state === 'wrong' && { remedy }),
});

/** The plain exchanges without which nothing can be said. */
async function examineBasics(context: ColumnContext): Promise<readonly Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  for (const probe of basicProbes(await context.client.ready())) {
    const { id, title } = probe.scenario;
    const remedy = `compare the adapter with docs/adapters.md; it ${probe.complaint}`;
    diagnoses.push(toDiagnosis(await look(probe, context), { name: id.replace('control/', 'plain/'), title, remedy }, 'lie'));
  }
  return diagnoses;
}

/** What another adapter of the same client declares. */
export interface SiblingAdapter {
  readonly name: string;
  readonly capabilities: readonly Capability[];
}

/** A capability that is declared must be there; one that is there should be declared. */
async function examineCapability(
  probe: CapabilityProbe,
  context: ColumnContext,
  siblings: readonly SiblingAdapter[],
): Promise<Diagnosis> {
  const { capability, isTelling, otherwise, scenario } = probe;
  const named = { name: `capability/${capability}`, title: scenario.title };
  // A capability that goes with another one is looked at alone.
  const asking = { ...context, undeclared: needsOf(scenario) };
  const declared = (await context.client.ready()).capabilities.includes(capability);
  if (declared) {
    const remedy = `the adapter ${otherwise}: correct that, or do not declare ${capability}`;
    return toDiagnosis(await look(probe, asking), { ...named, remedy }, 'lie');
  }
  const undeclared: Diagnosis = { probe: named.name, title: named.title, state: 'n/a', seen: 'not declared' };
  const isThere = isTelling && (await look(probe, asking)).state === 'ok';
  const sibling = siblings.find(({ capabilities }) => capabilities.includes(capability));
  const because = isThere ? 'but there' : sibling && `but the bundled adapter ${sibling.name} has it`;
  if (because === undefined) return undeclared;
  const remedy = `${isThere ? 'declare' : 'add'} ${capability}, so that the scenarios that need it run`;
  return { ...undeclared, state: 'hint', seen: `not declared, ${because}`, remedy };
}

/**
 * Examines an adapter before any verdict: whether it says and does what is true. `siblings` are other adapters of the same
 * client. If a plain exchange fails, nothing else is looked at.
 */
export async function examine(context: ColumnContext, siblings: readonly SiblingAdapter[] = []): Promise<readonly Diagnosis[]> {
  const basics = await examineBasics(context);
  if (basics.some(({ state }) => state === 'lie')) return basics;
  const able = { ...context, follows: await followsByDefault(context) };
  const diagnoses = [...basics];
  for (const probe of adapterProbes) diagnoses.push(toDiagnosis(await look(probe, able), probe, probe.isHint ? 'hint' : 'lie'));
  for (const probe of capabilityProbes) diagnoses.push(await examineCapability(probe, able, siblings));
  return diagnoses;
}
