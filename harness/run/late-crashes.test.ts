import { setTimeout } from 'node:timers/promises';
import { describe, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { adapter, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import { causesOf } from './crash-cause.ts';
import { failureWithin } from './failure-within.ts';
import type { EndedProcess } from './observe.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

/** Scenarios that do nothing wrong, each with an id of its own. */
const innocents: readonly Scenario[] = Array.from({ length: 12 }, (_, index) => ({
  ...scenarioWithPath('behaves'),
  id: `own/behaves-${index}`,
}));

/** How each scenario settled that crashed its process, by id, when all are run one after the other: at once, or found later. */
async function crashesAmong(scenarios: readonly Scenario[]): Promise<Readonly<Record<string, string>>> {
  using client = adapter('misbehaving.ts');
  const ended: EndedProcess[] = [];
  const context: ColumnContext = { ...contextFor(client), onForeignCrash: async (process) => void ended.push(process) };
  const crashes: Record<string, string> = {};
  for (const scenario of scenarios) {
    const finding = findingIn(await runScenario(scenario, context), { kind: 'settled' });
    if (finding !== 'response') crashes[scenario.id] = finding;
    await setTimeout(15);
  }
  // As a run does: a crash may come after the last scenario.
  const at = performance.now() + 1_000;
  const crash = client.ran.length > 0 && (await failureWithin(await client.driver(), 1_000));
  if (crash) ended.push({ crash, during: 'no scenario', client, ran: client.ran, at });
  for (const process of ended) {
    for (const { scenario, observation } of await causesOf(process, context)) {
      crashes[scenario.id] = observation.outcomes
        .map((outcome) => (outcome.kind === 'crashed' ? `crashed: ${outcome.how}` : outcome.kind))
        .join();
    }
  }
  return crashes;
}

describe.concurrent('a crash or an endless loop after the calls have settled belongs to the scenario that caused it, whichever one was running:', () => {
  test.for<[path: string, how: RegExp]>([
    ['throws-later', /^crashed: uncaught exception/],
    ['exits-later', /^crashed: process exited with code 7$/],
    ['aborts-later', /^crashed: process killed by SIGABRT$/],
    ['loops-later', /^hung$/],
  ])('%s', async ([path, how], { expect: x }) => {
    const culprit = scenarioWithPath(path);
    const crashes = await crashesAmong([...innocents.slice(0, 3), culprit, ...innocents.slice(3)]);
    x(crashes).toEqual({ [culprit.id]: x.stringMatching(how) });
  });

  test('it may be the last one, too', async ({ expect: x }) => {
    const culprit = scenarioWithPath('throws-later');
    const crashes = await crashesAmong([...innocents.slice(0, 3), culprit]);
    x(crashes).toEqual({ [culprit.id]: x.stringMatching(/^crashed: uncaught exception/) });
  });

  test.for(['throws-later', 'aborts-later'])(
    'two of them, of which the first ends the process before the second can: %s',
    async (path, { expect: x }) => {
      const culprits = ['own/first', 'own/second'].map((id) => ({ ...scenarioWithPath(path), id }));
      const crashes = await crashesAmong([...innocents.slice(0, 3), ...culprits, ...innocents.slice(3)]);
      x(Object.keys(crashes).toSorted()).toEqual(['own/first', 'own/second']);
    },
  );

  test('an endless loop during the calls is that of the scenario itself', async ({ expect: x }) => {
    x(await crashesAmong([...innocents.slice(0, 2), scenarioWithPath('loops-for-ever'), ...innocents.slice(2)])).toEqual({
      'own/loops-for-ever': 'hung',
    });
  });

  test('a crash during the calls is that of the scenario itself', async ({ expect: x }) => {
    x(await crashesAmong([...innocents.slice(0, 2), scenarioWithPath('exits'), scenarioWithPath('aborts')])).toEqual({
      'own/exits': 'crashed: process exited with code 0',
      'own/aborts': 'crashed: process killed by SIGABRT',
    });
  });
});
