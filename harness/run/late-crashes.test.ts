import { setTimeout } from 'node:timers/promises';
import { describe, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { adapter, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import { type LateCrash, causeOf } from './crash-cause.ts';
import type { EndedProcess } from './observe.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

/** Scenarios that do nothing wrong, each with an id of its own. */
const innocents: readonly Scenario[] = Array.from({ length: 12 }, (_, index) => ({
  ...scenarioWithPath('behaves'),
  id: `own/behaves-${index}`,
}));

/** The findings of scenarios that are run one after the other, by id, and the causes of crashes that another scenario met. */
async function runAll(
  scenarios: readonly Scenario[],
): Promise<{ readonly findings: Readonly<Record<string, string>>; readonly causes: readonly (LateCrash | undefined)[] }> {
  using client = adapter('misbehaving.ts');
  const ended: EndedProcess[] = [];
  const context: ColumnContext = { ...contextFor(client), onForeignCrash: async (process) => void ended.push(process) };
  const findings: Record<string, string> = {};
  for (const scenario of scenarios) {
    findings[scenario.id] = findingIn(await runScenario(scenario, context), { kind: 'settled' });
    await setTimeout(15);
  }
  const causes = await Promise.all(ended.map((process) => causeOf(process, context)));
  return { findings, causes };
}

describe.concurrent('a crash after the calls have settled belongs to the scenario that caused it, whichever one was running:', () => {
  test.for([
    ['throws-later', 'uncaught exception: Error: too late'],
    ['exits-later', 'process exited with code 7'],
    ['aborts-later', 'process killed by SIGABRT'],
  ])('%s', async ([path = '', how], { expect: x }) => {
    const culprit = scenarioWithPath(path);
    const { findings, causes } = await runAll([...innocents.slice(0, 3), culprit, ...innocents.slice(3)]);
    x(Object.values(findings)).toEqual(Array.from({ length: 13 }, () => 'response'));
    x(causes).toMatchObject([{ scenario: { id: culprit.id }, observation: { outcomes: [{ kind: 'crashed', how }] } }]);
  });

  test('a crash of the scenario itself needs no other process to be its own', async ({ expect: x }) => {
    const { findings, causes } = await runAll([...innocents.slice(0, 2), scenarioWithPath('exits'), scenarioWithPath('aborts')]);
    x(Object.values(findings).slice(2)).toEqual(['crashed: process exited with code 0', 'crashed: process killed by SIGABRT']);
    x(causes).toEqual([]);
  });
});
