import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import { unexpectedIn } from '../../suites/judging/unexpected.ts';
import type { Cell, Column } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { LateCrashes } from './late-crashes.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

// The bridge to vitest: a project is a column, a test is a scenario.
const { column, scenarios: selected, profiles, profile, failOn, known } = inject('columnRun');
const catalogue = suites.flatMap(({ scenarios }) => scenarios);
const authority = await CertificateAuthority.create();
const client = new ClientUnderTest(column.command, authority.certificate);
const knownList = new KnownList(known);

const lateCrashes = new LateCrashes({ column: column.id, client, transport: column.transport, authority, profiles });
let context: ColumnContext = lateCrashes.context;
let fault = column.fault;
const notes: string[] = [];

beforeAll(async () => {
  if (fault !== undefined) return;
  try {
    const controlled = await control(context);
    context = { ...context, follows: controlled.follows };
    notes.push(...controlled.notes);
  } catch (error) {
    fault = (error as Error).message;
  }
});

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
  checks.some((check) => /^(crashed|hung)\b/.test(knownList.entryFor(checkId(id, check))?.finding ?? ''));

const hasFailed = ({ observation }: Cell): boolean =>
  observation?.outcomes.some(({ kind }) => kind === 'crashed' || kind === 'hung') ?? true;

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

test('no scenario crashes or blocks the process after its calls have settled, unless it is known', async ({ task }) => {
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
