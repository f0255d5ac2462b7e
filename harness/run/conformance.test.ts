import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import { unexpectedIn } from '../../suites/judging/unexpected.ts';
import type { Cell, Column } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { debuggerOf } from '../cli/debug/column-debugger.ts';
import { endAllDrivers, type StartOptions } from '../drivers/process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { LateCrashes } from './late-crashes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

// The bridge to vitest: a project is a column, a test is a scenario.
const columnRun = inject('columnRun');
const { column, scenarios: selected, profiles, profile, failOn, known } = columnRun;
const catalogue = suites.flatMap(({ scenarios }) => scenarios);
const authority = await CertificateAuthority.create();
const { watcher, log } = debuggerOf(columnRun);
const start: StartOptions = {
  ca: authority.certificate,
  ...(column.cwd !== undefined && { cwd: column.cwd }),
  ...(log && { log }),
};
const inspectedCommand = columnRun.debugging?.inspectedCommand;
const client = inspectedCommand
  ? new ClientUnderTest(inspectedCommand, { ...start, inspected: true })
  : new ClientUnderTest(column.command, start);
const knownList = new KnownList(known);

const lateCrashes = new LateCrashes({ column: column.id, client, transport: column.transport, authority, profiles });
let context: ColumnContext = lateCrashes.context;
let fault = column.fault;
const notes: string[] = [];

beforeAll(async () => {
  if (fault !== undefined) return;
  // Who debugs a client wants to stop in a scenario, not in the exchanges that control the adapter.
  using controlClient = inspectedCommand ? new ClientUnderTest(column.command, start) : undefined;
  try {
    const controlled = await control({ ...context, ...(controlClient && { client: controlClient }) });
    context = { ...context, follows: controlled.follows, ...(watcher && { watcher }) };
    notes.push(...controlled.notes);
  } catch (error) {
    fault = (error as Error).message;
  }
});

afterAll(() => client.discard());

// The process that started this one decides what a signal means, and this one ends if that one has ended.
process.on('SIGINT', () => {});
for (const event of ['SIGTERM', 'disconnect'] as const) {
  process.once(event, () => {
    endAllDrivers();
    process.kill(process.pid, 'SIGKILL');
  });
}

async function run(scenario: Scenario): Promise<Cell> {
  if (fault !== undefined) return faultyCell(column.id, scenario, profiles, fault);
  try {
    const cell = await runScenario(scenario, context);
    const late = isKnownToCrash(scenario) && !hasCrashed(cell) ? await lateCrashes.watch(scenario) : undefined;
    return late ?? cell;
  } catch (error) {
    return faultyCell(column.id, scenario, profiles, (error as Error).message);
  }
}

/** Whether the known deviations say that a scenario crashes its process: then it is given the time to do so, in a process of its own. */
const isKnownToCrash = ({ id, checks }: Scenario): boolean =>
  !inspectedCommand && checks.some((check) => knownList.entryFor(checkId(id, check))?.finding.startsWith('crashed') ?? false);

const hasCrashed = ({ observation }: Cell): boolean => observation?.outcomes.some(({ kind }) => kind === 'crashed') ?? true;

const unexpectedLines = (cell: Cell): readonly string[] =>
  unexpectedIn(cell, knownList, profile, failOn).map(({ check, finding, why }) => `${column.id}  ${check}: ${finding} (${why})`);

const chosen = suites
  .map(({ id, scenarios }) => [id, scenarios.filter((scenario) => selected.includes(scenario.id))] as const)
  .filter(([, scenarios]) => scenarios.length > 0);

describe.each(chosen)('%s', (_, scenarios) => {
  test.for(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async ([, scenario], { task }) => {
    const cell = await run(scenario);
    task.meta.cell = cell;
    task.meta.column = await describeColumn();
    expect(cell.fault).toBeUndefined();
    const unexpected = unexpectedLines(cell);
    task.meta.unexpected = unexpected;
    expect(unexpected).toEqual([]);
  });
});

test('no scenario crashes the process after its calls have settled, unless it is known', async ({ task }) => {
  if (fault !== undefined) return;
  await lateCrashes.watchTheEnd();
  task.meta.lateCells = lateCrashes.cells;
  task.meta.column = await describeColumn();
  const unexpected = lateCrashes.cells.flatMap(unexpectedLines);
  task.meta.unexpected = unexpected;
  expect(unexpected).toEqual([]);
});

test('the list of known deviations is valid', ({ task }) => {
  const complaints = knownList.complaints(catalogue, new Date().toISOString().slice(0, 10));
  task.meta.unexpected = complaints.map((complaint) => `known deviations of ${column.id}: ${complaint}`);
  expect(complaints).toEqual([]);
});

async function describeColumn(): Promise<Column> {
  const { id, transport } = column;
  const all = [...notes, ...lateCrashes.notes];
  const unknown = { name: id, version: '', runtime: '', capabilities: [] };
  const { name, version, runtime, capabilities } = fault === undefined ? await client.ready().catch(() => unknown) : unknown;
  return { id, transport, name, version, runtime, capabilities, ...(all.length > 0 && { notes: all }) };
}
