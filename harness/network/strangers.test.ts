import { expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { hostOf } from '../concrete/names.ts';
import { refusingStrangers } from './strangers.ts';

const served = concrete({
  id: 'own/strangers',
  title: '',
  routes: { '{home}/start': { status: 302, location: '{home-dot}/target' }, '{home-dot}/target': { status: 200 } },
  calls: [{ method: 'GET', url: '{home}/start' }],
  checks: [],
});

const refuse = refusingStrangers(served);
const head = (...headers: HeaderFields) => ({ httpVersion: '1.1', text: '', method: 'GET', target: '/start', headers }) as const;

const home = hostOf('home', served.id);
const host = ['Host', home] as const;

test.for<[what: string, ...fields: HeaderFields]>([
  ['the name of an origin', host],
  ['a name with a port, a final dot and capital letters', ['Host', `${home.toUpperCase()}.:80`]],
  ['no Host at all'],
  ['the page of an origin', host, ['Origin', `http://${home}`]],
  ['a page after a redirect to another origin', host, ['Origin', 'null']],
])('%s is no stranger', ([, ...fields]) => {
  expect(refuse(head(...fields))).toBeUndefined();
});

test.for<[what: string, status: number, ...fields: HeaderFields]>([
  ['a name of somebody else that leads here', 421, ['Host', 'rebound.example:80']],
  ['the address of this machine', 421, ['Host', '127.0.0.1:4711']],
  ['a longer name', 421, ['Host', `${home}.example`]],
  ['a second Host', 421, host, ['host', 'rebound.example']],
  ['a page of somebody else', 403, host, ['Origin', 'https://attacker.example']],
  ['a page of this machine', 403, host, ['Origin', 'http://localhost:3000']],
])('%s is refused', ([, status, ...fields]) => {
  expect(refuse(head(...fields))).toMatchObject({ status });
});

test('no request that a scenario of the catalogue asks for is refused', () => {
  const refused = suites.flatMap(({ scenarios }) =>
    scenarios.map(concrete).flatMap((scenario) =>
      scenario.calls.flatMap(({ url, headers }) => {
        const asked = head(['Host', new URL(url).host], ...headers.filter(([name]) => name.toLowerCase() !== 'host'));
        const given = headers.filter(([name]) => name.toLowerCase() === 'host');
        const answers = [asked, head(...given)].map(refusingStrangers(scenario));
        return answers.some((answer) => answer) ? [scenario.id] : [];
      }),
    ),
  );
  expect(refused).toEqual([]);
});
