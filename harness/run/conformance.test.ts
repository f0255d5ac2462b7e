import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import { unexpectedIn } from '../../suites/judging/unexpected.ts';
import type { Cell, Column } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

// The bridge to vitest: a project is a column, a test is a scenario.
const { column, scenarios: selected, profiles, profile, failOn, known } = inject('columnRun');
const catalogue = suites.flatMap(({ scenarios }) => scenarios);
const client = new ClientUnderTest(column.command);
const knownList = new KnownList(known);

let context: ColumnContext;
let fault: string | undefined;

beforeAll(async () => {
  const authority = await CertificateAuthority.create();
  context = { column: column.id, client, transport: column.transport, authority, profiles };
  fault = await control(context).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
});

afterAll(() => client.discard());

async function run(scenario: Scenario): Promise<Cell> {
  if (fault !== undefined) return faultyCell(column.id, scenario, profiles, fault);
  return runScenario(scenario, context).catch((error: unknown) =>
    faultyCell(column.id, scenario, profiles, (error as Error).message),
  );
}

const chosen = suites
  .map(({ id, scenarios }) => [id, scenarios.filter((scenario) => selected.includes(scenario.id))] as const)
  .filter(([, scenarios]) => scenarios.length > 0);

describe.each(chosen)('%s', (_, scenarios) => {
  test.for(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async ([, scenario], { task }) => {
    const cell = await run(scenario);
    task.meta.cell = cell;
    task.meta.column = await describeColumn();
    expect(cell.fault).toBeUndefined();
    const unexpected = unexpectedIn(cell, knownList, profile, failOn).map(
      ({ check, finding, why }) => `${column.id}  ${check}: ${finding} (${why})`,
    );
    task.meta.unexpected = unexpected;
    expect(unexpected).toEqual([]);
  });
});

test('the list of known deviations is valid', ({ task }) => {
  const complaints = knownList.complaints(catalogue, new Date().toISOString().slice(0, 10));
  task.meta.unexpected = complaints.map((complaint) => `known deviations of ${column.id}: ${complaint}`);
  expect(complaints).toEqual([]);
});

async function describeColumn(): Promise<Column> {
  const { id, transport } = column;
  const { name, version, runtime, capabilities } = await client
    .ready()
    .catch(() => ({ name: id, version: '', runtime: '', capabilities: [] }));
  return { id, transport, name, version, runtime, capabilities };
}
