import { expect, test } from 'vitest';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { adapter, checkWithoutRulings, contextFor, findingIn } from '../fixtures/clients.ts';
import { runScenario } from '../run/run-scenario.ts';

const dispatcher = { kind: 'response-header', name: 'Dispatcher' } as const;

const scenarioWith = (call: Pick<Call, 'method' | 'form'>): Scenario => ({
  id: 'own/dispatcher',
  title: '',
  routes: { '{home}/here': { status: 200 } },
  calls: [{ ...call, url: '{home}/here' }],
  checks: [checkWithoutRulings(dispatcher)],
});

test('a client with an older undici keeps its global dispatcher, whatever was used of Node.js before, and fetch works', async () => {
  using client = adapter('older-dispatcher.ts');
  const post: Scenario = scenarioWith({ method: 'POST', form: { as: 'urlencoded', fields: [['name', 'Zoë']] } });
  for (const scenario of [post, scenarioWith({ method: 'GET' })]) {
    const cell = await runScenario(scenario, contextFor(client));
    expect(cell.observation?.outcomes).toMatchObject([{ kind: 'response', status: 200 }]);
    expect(findingIn(cell, dispatcher)).toBe('own');
  }
});
