import { afterAll, beforeAll, beforeEach, describe, expect, test, type TaskMeta } from 'vitest';
import { suites } from '../../suites/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import { type Gate, staleEntries, unexpectedIn, withKnown } from '../../suites/judging/unexpected.ts';
import type { Cell, Column, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { CertificateAuthority } from '../network/certificates.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import type { ColumnRun } from './column-run.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { LateCrashes } from './late-crashes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

/** A call of a hanging client takes some seconds; that is a finding, not a test that timed out. In milliseconds. */
const SCENARIO_LIMIT = 120_000;

/** The same for all exchanges that control a column. */
const CONTROL_LIMIT = 600_000;

/** What a column needs beside what it is run with. */
export interface ColumnSubject {
  readonly client: ClientUnderTest;
  readonly authority: CertificateAuthority;
}

/** Defines the tests of a column: one for each scenario, and what holds for all of them. */
export function describeColumn(columnRun: ColumnRun, { client, authority }: ColumnSubject): void {
  const { column, scenarios: selected, profiles, profile, failOn, known, added, before, bail = Infinity } = columnRun;
  const knownList = new KnownList(known);
  const gate: Gate = { column: column.id, profile, failOn, known: knownList, added: new Set(added), ...(before && { before }) };

  const lateCrashes = new LateCrashes({ column: column.id, client, transport: column.transport, authority, profiles });
  let context: ColumnContext = lateCrashes.context;
  let fault = column.fault;
  const notes: string[] = [];
  const cells = new Map<string, Cell>();
  let unexpectedSoFar = 0;

  beforeAll(async () => {
    if (fault !== undefined) return;
    try {
      const controlled = await control(context);
      context = { ...context, follows: controlled.follows };
      notes.push(...controlled.notes);
    } catch (error) {
      fault = (error as Error).message;
    }
  }, CONTROL_LIMIT);

  afterAll(() => client.discard());

  async function run(scenario: Scenario): Promise<Cell> {
    if (fault !== undefined) return faultyCell(column.id, scenario, profiles, fault);
    try {
      const cell = await runScenario(scenario, context);
      const late = isKnownToFail(scenario) && !hasFailed(cell) ? await lateCrashes.watch(scenario) : undefined;
      return late ?? cell;
    } catch (error) {
      return faultyCell(column.id, scenario, profiles, (error as Error).message);
    }
  }

  /** Whether the known deviations say that a scenario crashes or blocks its process: then it is given the time to do so. */
  const isKnownToFail = ({ id, checks }: Scenario): boolean =>
    checks.some((check) => knownList.entriesFor(checkId(id, check)).some(({ finding }) => /^(crashed|hung)\b/.test(finding)));

  const hasFailed = ({ observation }: Cell): boolean =>
    observation?.outcomes.some(({ kind }) => kind === 'crashed' || kind === 'hung') ?? true;

  /** Keeps a cell for the report, with what is known of it. */
  function keep(cell: Cell): Cell {
    const marked = withKnown(cell, gate);
    cells.set(cell.scenario, marked);
    return marked;
  }

  /** Fails the test for what is unexpected; a check that is new in the catalogue is only reported. */
  function expectNone(unexpected: readonly Unexpected[], meta: TaskMeta): void {
    meta.unexpected = unexpected;
    const failing = unexpected.filter(({ kind }) => kind !== 'new');
    unexpectedSoFar += failing.length;
    expect(failing).toEqual([]);
  }

  const chosen = suites
    .map(({ id, scenarios }) => [id, scenarios.filter((scenario) => selected.includes(scenario.id))] as const)
    .filter(([, scenarios]) => scenarios.length > 0);

  beforeEach(({ task, skip }) => {
    if (unexpectedSoFar < bail) return;
    task.meta.stoppedEarly = true;
    skip();
  });

  describe.each(chosen)('%s', (_, scenarios) => {
    test.for(scenarios.map((scenario) => [scenario.id, scenario] as const))(
      '%s',
      { timeout: SCENARIO_LIMIT },
      async ([, scenario], { task }) => {
        const cell = keep(await run(scenario));
        task.meta.cell = cell;
        task.meta.column = await columnSeen();
        expect(cell.fault).toBeUndefined();
        expectNone(unexpectedIn(cell, gate), task.meta);
      },
    );
  });

  test(
    'no scenario crashes or blocks the process after its calls have settled, unless it is known',
    { timeout: CONTROL_LIMIT },
    async ({ task }) => {
      if (fault !== undefined) return;
      await lateCrashes.watchTheEnd();
      const lateCells = lateCrashes.cells.map(keep);
      task.meta.lateCells = lateCells;
      task.meta.column = await columnSeen();
      expectNone(
        lateCells.flatMap((cell) => unexpectedIn(cell, gate)),
        task.meta,
      );
    },
  );

  test('the known deviations are up to date', ({ task }) => {
    const catalogue = suites.flatMap(({ scenarios }) =>
      scenarios.flatMap(({ id, checks }) => checks.map((check) => checkId(id, check))),
    );
    const today = new Date().toISOString().slice(0, 10);
    expectNone(staleEntries(gate, { catalogue, cells: [...cells.values()], today }), task.meta);
  });

  async function columnSeen(): Promise<Column> {
    const { id, client: asked, transport } = column;
    const all = [...notes, ...lateCrashes.notes];
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
      ...(all.length > 0 && { notes: all }),
      failOn,
      ...(knownList.entries.length > 0 && { known }),
    };
  }
}
