import { afterAll, beforeEach, describe, expect, type RunnerTestCase, test, type TaskMeta } from 'vitest';
import { suitesWith } from '../../suites/index.ts';
import { failsRun, withFlaky } from '../../suites/judging/unexpected.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import type { Cell, Column, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { endAllDrivers } from '../drivers/process-driver.ts';
import type { CertificateAuthority } from '../network/certificates.ts';
import { nginxAt } from '../nginx/ask-nginx.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import { ColumnGate } from './column-gate.ts';
import type { ColumnRun } from './column-run.ts';
import { confirmHang } from './confirm-hang.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { LateCrashes } from './late-crashes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';
import type { ScenarioWatcher } from './scenario-watcher.ts';

/** A call of a hanging client takes some seconds; that is a finding, not a test that timed out. In milliseconds. */
const SCENARIO_LIMIT = 300_000;

/** The same for all exchanges that control a column. */
const CONTROL_LIMIT = 600_000;

/** Ends the drivers as soon as the run is cancelled: a call that hangs would keep it. The same signal tells of a test that takes too long. */
function endDriversOn(signal: AbortSignal): void {
  signal.addEventListener('abort', () => {
    if ((signal.reason as Error).name === 'TestRunAbortError') endAllDrivers();
  });
}

/** What a column needs beside what it is run with. */
export interface ColumnSubject {
  readonly client: ClientUnderTest;
  readonly authority: CertificateAuthority;
  /** The same client for the exchanges that control its adapter. Default: `client`. */
  readonly controlled?: ClientUnderTest | undefined;
  /** Receives what happens in its scenarios. */
  readonly watcher?: ScenarioWatcher | undefined;
}

/** Defines the tests of a column: one for each scenario, and what holds for all of them. */
export function describeColumn(columnRun: ColumnRun, { client, authority, controlled = client, watcher }: ColumnSubject): void {
  const { column, ownSuites = [], scenarios: selected, profiles, failOn, known, debugging, nginx } = columnRun;
  const gate = new ColumnGate(columnRun);
  const all = suitesWith(ownSuites).flatMap(({ id: suite, scenarios }) => scenarios.map((scenario) => ({ suite, scenario })));
  const byId = new Map(all.map((each) => [each.scenario.id, each]));
  const bySuite = Map.groupBy(
    selected.flatMap((id) => byId.get(id) ?? []),
    ({ suite }) => suite,
  );
  const chosen = [...bySuite].map(([suite, members]) => [suite, members.map(({ scenario }) => scenario)] as const);
  const needed = [...new Set(chosen.flatMap(([, scenarios]) => scenarios.flatMap(needsOf)))];
  // Somebody who debugs a client takes their time.
  const isInspected = debugging?.inspectedCommand !== undefined;

  const lateCrashes = new LateCrashes(
    {
      column: column.id,
      client,
      transport: column.transport,
      authority,
      profiles,
      ...(nginx && { nginx: nginxAt(nginx) }),
    },
    chosen.flatMap(([, scenarios]) => scenarios),
  );
  let context: ColumnContext = lateCrashes.context;
  let fault = column.fault;
  const notes: string[] = [];

  async function controlAdapter(): Promise<void> {
    if (fault !== undefined) return;
    try {
      const { follows, notes: said } = await control({ ...context, client: controlled, nginx: undefined }, needed);
      context = { ...context, follows, ...(watcher && { watcher }) };
      notes.push(...said);
    } catch (error) {
      fault = (error as Error).message;
    } finally {
      if (controlled !== client) controlled.discard();
    }
  }

  let isControlled = false;

  // Once, but not in `beforeAll`: only what belongs to a test is told that the run is cancelled.
  beforeEach(async ({ signal }) => {
    if (isControlled) return;
    isControlled = true;
    endDriversOn(signal);
    await controlAdapter();
    signal.throwIfAborted();
  }, CONTROL_LIMIT);

  /** The same client for scenarios that are run again. */
  const alone = client.fresh();

  afterAll(() => {
    client.discard();
    alone.discard();
  });

  async function run(scenario: Scenario): Promise<Cell> {
    if (fault !== undefined) return faultyCell(column.id, scenario, profiles, fault);
    try {
      const cell = await runOrConfirm(scenario);
      // One that is known to crash or block its process is given the time to do so.
      const isWatched = !isInspected && gate.isKnownToFail(scenario) && !hasFailed(cell);
      return (isWatched ? await lateCrashes.watch(scenario) : undefined) ?? cell;
    } catch (error) {
      return faultyCell(column.id, scenario, profiles, (error as Error).message);
    }
  }

  /** Runs a scenario; a hang counts at once only if it is known. */
  async function runOrConfirm(scenario: Scenario): Promise<Cell> {
    const first = await runScenario(scenario, context);
    if (isInspected || gate.isKnownToFail(scenario)) return first;
    const { cell, note } = await confirmHang(scenario, first, context);
    if (note !== undefined) notes.push(note);
    return cell;
  }

  /** What is unexpected in the cell of a scenario; to be sure of it, the scenario is run again in another process. */
  async function unexpectedOf(scenario: Scenario, cell: Cell): Promise<readonly Unexpected[]> {
    const unexpected = gate.unexpectedIn([cell]);
    if (isInspected || unexpected.length === 0) return unexpected;
    return withFlaky(unexpected, column.id, cell, await runScenario(scenario, { ...context, client: alone }));
  }

  const hasFailed = ({ observation }: Cell): boolean =>
    observation?.outcomes.some(({ kind }) => kind === 'crashed' || kind === 'hung') ?? true;

  /** Fails the test for what is unexpected; a check that is new in the catalogue is only reported. */
  function expectNone(unexpected: readonly Unexpected[], meta: TaskMeta): void {
    meta.unexpected = unexpected;
    gate.count(unexpected);
    expect(unexpected.filter(failsRun)).toEqual([]);
  }

  let before: RunnerTestCase | undefined;

  beforeEach(({ task, skip }) => {
    // vitest has passed on the metadata of the test before, and would keep it until the end.
    if (before) before.meta = {};
    before = task;
    if (!gate.isFull) return;
    task.meta.stoppedEarly = true;
    skip();
  });

  describe.each(chosen)('%s', (_, scenarios) => {
    test.for(scenarios.map((scenario) => [scenario.id, scenario] as const))(
      '%s',
      { timeout: isInspected ? 0 : SCENARIO_LIMIT },
      async ([, scenario], { task, signal }) => {
        endDriversOn(signal);
        const cell = gate.mark(await run(scenario));
        const unexpected = cell.fault === undefined ? await unexpectedOf(scenario, cell) : [];
        // A driver that was ended says nothing about its client.
        signal.throwIfAborted();
        task.meta.cell = cell;
        await tellColumn(task.meta);
        expect(cell.fault).toBeUndefined();
        expectNone(unexpected, task.meta);
      },
    );
  });

  test(
    'no scenario crashes or blocks the process after its calls have settled, unless it is known',
    { timeout: CONTROL_LIMIT },
    async ({ task, signal }) => {
      if (fault !== undefined) return;
      endDriversOn(signal);
      await lateCrashes.watchTheEnd();
      signal.throwIfAborted();
      const lateCells = lateCrashes.cells.map((cell) => gate.mark(cell));
      task.meta.lateCells = lateCells;
      await tellColumn(task.meta);
      expectNone(gate.unexpectedIn(lateCells), task.meta);
    },
  );

  test('the known deviations are up to date', ({ task }) => expectNone(gate.staleEntries(), task.meta));

  /** How many notes were known when the column was last told. */
  let told: number | undefined;

  /** Tells what is known of the column as a whole; again only with further notes: its list of known deviations is long. */
  async function tellColumn(meta: TaskMeta): Promise<void> {
    const said = [...notes, ...lateCrashes.notes];
    if (told === said.length) return;
    told = said.length;
    meta.column = await columnWith(said);
  }

  async function columnWith(said: readonly string[]): Promise<Column> {
    const { id, client: asked, transport } = column;
    const unknown = { name: id, version: '', runtime: '', capabilities: [] };
    const { name, version, runtime, capabilities } = fault === undefined ? await client.ready().catch(() => unknown) : unknown;
    return {
      id,
      client: asked,
      transport,
      name,
      version,
      runtime,
      capabilities,
      ...(said.length > 0 && { notes: said }),
      failOn,
      ...(Object.keys(known).length > 0 && { known }),
    };
  }
}
