import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { suites } from '../suites/index.ts';
import type { Cell, Column } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { faultyCell } from './faulty-cell.ts';
import { KnownList } from './known-list.ts';
import { runScenario, type Bench } from './run-scenario.ts';
import { CertificateAuthority } from './servers/certificates.ts';
import { unexpectedIn } from './unexpected.ts';

// The bridge to vitest: one project is one column, one test one scenario.
const { column, scenarios: selected, profiles, profile, failOn, known } = inject('columnRun');
const catalogue = suites.flatMap(({ scenarios }) => scenarios);
const client = new ClientUnderTest(column.command);
const knownList = new KnownList(known);

let bench: Bench;
let fault: string | undefined;

beforeAll(async () => {
  bench = { column: column.id, client, transport: column.transport, authority: await CertificateAuthority.create(), profiles };
  fault = await control(bench).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
});

afterAll(() => client.discard());

async function run(scenario: Scenario): Promise<Cell> {
  if (fault !== undefined) return faultyCell(column.id, scenario, profiles, fault);
  return runScenario(scenario, bench).catch((error: unknown) =>
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

test('the known deviations are in order', ({ task }) => {
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
