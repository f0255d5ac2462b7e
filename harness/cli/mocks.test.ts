import { expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import type { Mock } from '../../suites/vocabulary/mock.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { contextFor } from '../fixtures/clients.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { control } from '../run/control.ts';
import { runScenario } from '../run/run-scenario.ts';
import { selectColumns } from './columns.ts';

const scenarioNamed = (id: string): Scenario => suites.flatMap(({ scenarios }) => scenarios).find((each) => each.id === id)!;

test.for<readonly [client: string, mock: Mock, name: string]>([
  ['axios', 'nock', 'nock'],
  ['undici/request', 'mock-agent', 'MockAgent'],
  ['node/fetch', 'mock-agent', 'MockAgent'],
])('%s follows redirects by its own code under %s', async ([id, transport, name]) => {
  const [column] = await selectColumns([id], [transport]);
  expect(column).toMatchObject({ id: `${id}~${transport}`, client: id, transport, bundled: false });
  using client = new ClientUnderTest(column!.command);
  const context = { ...contextFor(client), transport };
  expect(await control(context)).toEqual({ follows: true, notes: [] });
  const { observation } = await runScenario(scenarioNamed('method-matrix/303-post'), context);
  expect(observation?.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(['POST /start', 'GET /target']);
  expect(observation?.requests.map(({ body }) => body.length > 0)).toEqual([true, false]);
  const { checks } = await runScenario(scenarioNamed('connections/misdirected-302'), context);
  expect(new Set(Object.values(checks).map(({ finding }) => JSON.stringify(finding)))).toEqual(
    new Set([JSON.stringify({ none: 'transport', because: `${name} has no connections` })]),
  );
});

test('a client that a mock cannot intercept has no column under it', async () => {
  await expect(selectColumns(['got'], ['mock-agent'])).rejects.toThrow('--client=got: it has no column under MockAgent');
  await expect(selectColumns(['undici/request~nock'], ['wire'])).rejects.toThrow('it has no column under nock');
  expect((await selectColumns(['got~nock'], ['wire'])).map(({ id }) => id)).toEqual(['got~nock']);
});
