import { afterAll, expect, test } from 'vitest';
import { allScenarios } from '../../suites/index.ts';
import { adapter, contextFor } from '../../harness/fixtures/clients.ts';
import { runScenario } from '../../harness/run/run-scenario.ts';
import { timelineLines } from '../formats/terminal/timeline-section.ts';
import { timelineOf, timelinesIn } from './timeline.ts';

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
    [
      '0:00:00',
      call(1),
      [`${oldPath}: Miss, 307`, `${newPath}: Miss, 200`],
      [`${oldPath}: 307`, `${newPath}: 200`],
      '200 “a photo”',
    ],
    ['0:01:00', 'A minute later', [], [], ''],
    ['0:01:00', call(2), [`${oldPath}: Hit, 307`, `${newPath}: Hit, 200`], [], '200 “a photo”'],
    ['0:02:00', 'The rule is withdrawn from the bucket', [], [], ''],
    ['0:02:00', call(3), [`${oldPath}: Hit, 307`, `${newPath}: Hit, 200`], [], '200 “a photo”'],
    ['0:03:00', '/old-prefix/* is invalidated at the edge server', [], [], ''],
    ['0:03:00', call(4), [`${oldPath}: Miss, 200`], [`${oldPath}: 200`], '200 “the old photo, back again”'],
  ]);
});

test('the columns of a run with the same timeline share it, and a run with another scenario has none', async () => {
  const scenario = allScenarios.find(({ id }) => id === 'services/edge-confirmed-301');
  if (!scenario) throw new Error('the scenario is gone');
  const cell = await runScenario(scenario, contextFor(client));
  const suites = [{ id: 'services', title: '', scenarios: [scenario] }];
  const cells = ['one', 'two'].map((column) => ({ ...cell, column }));
  const other = { ...cell, column: 'three', observation: { ...cell.observation!, outcomes: [] } };
  const shared = timelinesIn({ suites, cells: [...cells, other] });
  expect(shared.map(({ columns }) => columns)).toEqual([['one', 'two'], ['three']]);
  expect(timelineLines(shared[0]!).slice(0, 6)).toEqual([
    'one, two',
    'Clock    What happens                             The edge server                         The origin behind it        The caller gets',
    '0:00:00  Call 1: GET {home}/old-prefix/photo.jpg  /old-prefix/photo.jpg: Miss, 301        /old-prefix/photo.jpg: 301  200 “a photo”',
    '                                                  /new-prefix/photo.jpg: Miss, 200        /new-prefix/photo.jpg: 200',
    '1:00:00  An hour later',
    '1:00:00  Call 2: GET {home}/old-prefix/photo.jpg  /old-prefix/photo.jpg: RefreshHit, 301  /old-prefix/photo.jpg: 304  200 “a photo”',
  ]);
  expect(timelinesIn({ suites: [...suites, ...suites], cells })).toEqual([]);
});

test('the record of a cell has what the edge server really sent', async () => {
  const scenario = allScenarios.find(({ id }) => id === 'services/edge-confirmed-301');
  const { observation } = await runScenario(scenario!, contextFor(client));
  const sent = observation?.requests.flatMap(({ origin, answer }) =>
    origin === 'home' ? (answer?.head.match(/^(?:Age|X-Cache): .*$/gm) ?? []).join(', ') : [],
  );
  expect(sent?.filter((_, index) => index % 2 === 0)).toEqual([
    'X-Cache: Miss from cloudfront',
    'Age: 0, X-Cache: RefreshHit from cloudfront',
    'Age: 60, X-Cache: Hit from cloudfront',
    'X-Cache: Miss from cloudfront',
  ]);
});
