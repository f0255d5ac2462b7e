import { afterAll, expect, test } from 'vitest';
import { allScenarios } from '../../suites/index.ts';
import { adapter, contextFor } from '../../harness/fixtures/clients.ts';
import { runScenario } from '../../harness/run/run-scenario.ts';
import { timelineOf } from './timeline.ts';

const client = adapter('../clients/node-builtin.ts');
afterAll(() => client.discard());

test('a timeline shows when the edge server still answers with a redirect that the origin no longer has', async () => {
  const scenario = allScenarios.find(({ id }) => id === 'services/edge-told-307');
  if (!scenario) throw new Error('the scenario is gone');
  const { observation } = await runScenario(scenario, contextFor(client));
  if (!observation) throw new Error('the scenario was not run');
  const rows = timelineOf(scenario, observation);
  const [oldPath, newPath] = ['/old-prefix/photo.jpg', '/new-prefix/photo.jpg'];
  const call = (number: number): string => `Call ${number}: GET {home}${oldPath}`;
  expect(rows.map(({ time, what, edge, origin, caller }) => [time, what, edge, origin, caller])).toEqual([
    ['0:00:00', call(1), [`${oldPath}: Miss, 307`, `${newPath}: Miss, 200`], [`${oldPath}: 307`, `${newPath}: 200`], '200'],
    ['0:01:00', 'A minute later', [], [], ''],
    ['0:01:00', call(2), [`${oldPath}: Hit, 307`, `${newPath}: Hit, 200`], [], '200'],
    ['0:02:00', 'The rule is withdrawn from the bucket', [], [], ''],
    ['0:02:00', call(3), [`${oldPath}: Hit, 307`, `${newPath}: Hit, 200`], [], '200'],
    ['0:03:00', '/old-prefix/* is invalidated at the edge server', [], [], ''],
    ['0:03:00', call(4), [`${oldPath}: Miss, 200`], [`${oldPath}: 200`], '200'],
  ]);
});
