import { describe, expect, test } from 'vitest';
import { type Capability, capabilityNames } from '../../suites/vocabulary/capability.ts';
import { clientOf, contextFor } from '../fixtures/clients.ts';
import { adapterProbes } from './adapter-probes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { examine } from './examine.ts';
import { examineVersion } from './version.ts';

async function examined(...args: readonly string[]): Promise<readonly Diagnosis[]> {
  using client = clientOf('lying.ts', ...args);
  return examine(contextFor(client));
}

const probesOf = (diagnoses: readonly Diagnosis[], state: Diagnosis['state']): readonly string[] =>
  diagnoses.filter((each) => each.state === state).map(({ probe }) => probe);

/** Each lie, with the probes that find it. */
const lies: readonly (readonly [lie: string, ...probes: string[]])[] = [
  ['nothing'],
  ['sends PUT as POST', 'method/PUT'],
  ['reads bodies as text', 'body'],
  ['returns bodies as text', 'body'],
  ['loses a field', 'fields'],
  ['throws on 404', 'status/404'],
  ['returns the URL of the request', 'final-url'],
  ['is never redirected', 'redirected'],
  ['has an empty history', 'history'],
  ['throws errors of its own', 'error/connection', 'error/tls', 'elsewhere'],
  ['swallows errors', 'error/connection', 'error/tls', 'elsewhere'],
  ['trusts every certificate', 'error/tls'],
  ['leaves out ports', 'mapped'],
  ['reports to its maker', 'nothing-else'],
  ['answers for every address', 'elsewhere'],
  ['opens a connection for each call', 'capability/agent'],
  ['takes no Map', 'capability/header-shape'],
];

/** What built-in fetch really can, whatever the adapter declares; the fixtures above have lies for two of them. */
const kept: readonly Capability[] = [
  'stream-body',
  'header-shape',
  'header-pairs',
  'header-list',
  'agent',
  'abort',
  'http2',
  's3',
  'fetch-response',
];

describe.concurrent('the doctor', () => {
  test.for(lies)('finds an adapter that %s', async ([lie, ...probes], { expect: x }) => {
    const diagnoses = await examined(lie);
    x(probesOf(diagnoses, 'lie')).toEqual(probes);
    x(diagnoses.filter(({ state, remedy }) => state === 'lie' && !remedy)).toEqual([]);
  });

  test('finds every capability that is declared and not there', async ({ expect: x }) => {
    const claims = capabilityNames.filter((name) => !kept.includes(name));
    x(probesOf(await examined('nothing', ...claims), 'lie')).toEqual(claims.map((name) => `capability/${name}`));
  });

  test('finds none that is declared and there', async ({ expect: x }) => {
    const diagnoses = await examined('nothing', ...kept);
    x(probesOf(diagnoses, 'lie')).toEqual([]);
    x(probesOf(diagnoses, 'ok')).toEqual(x.arrayContaining(kept.map((name) => `capability/${name}`)));
  });

  test('hints at what may be the decision of the client', async ({ expect: x }) => {
    const diagnoses = await examined('joins repeated fields');
    x(probesOf(diagnoses, 'lie')).toEqual([]);
    x(probesOf(diagnoses, 'hint')).toContain('response-fields-apart');
  });

  test('hints at what is there and not declared', async ({ expect: x }) => {
    const diagnoses = await examined('nothing');
    x(probesOf(diagnoses, 'hint')).toEqual(['capability/stream-body', 'capability/http2', 'capability/abort']);
  });
});

test('a version is that of the package which is loaded', () => {
  const loaded = [
    { name: 'axios', version: '1.21.1', isInstalled: true },
    { name: 'follow-redirects', version: '1.15.0', isInstalled: true },
  ];
  const stateOf = (name: string, version: string): Diagnosis['state'] =>
    examineVersion({ name, version, runtime: 'node 26.10.0' }, loaded).state;
  expect(stateOf('axios', '1.21.1')).toBe('ok');
  expect(stateOf('axios', '1.6.0')).toBe('lie');
  expect(stateOf('axios@1.6.0', '1.15.0')).toBe('lie');
  expect(stateOf('acme', '1.21.1')).toBe('ok');
  expect(stateOf('acme', '26.10.0')).toBe('ok');
  expect(stateOf('acme', '7.0.0')).toBe('hint');
  expect(examineVersion({ name: 'curl', version: '8', runtime: 'curl' }, undefined).state).toBe('n/a');
});

test('no two probes have the same name', () => {
  const names = adapterProbes.map(({ scenario }) => scenario.id);
  expect(names.length).toBe(new Set(names).size);
});
