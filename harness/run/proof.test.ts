import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, type ExpectStatic, test } from 'vitest';
import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { Outcome } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { startProcess } from '../drivers/process-driver.ts';
import type { Outlook } from '../drivers/protocol.ts';
import { authority, checkWithoutRulings, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import { modulePath } from '../installation.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { failureWithin } from './failure-within.ts';
import { runScenario } from './run-scenario.ts';

/** How a scenario ends for a client, and what its driver said when it was asked what can happen in it. */
interface Seen {
  readonly settled: string;
  readonly outcomes: readonly Outcome[];
  readonly outlooks: readonly Outlook[];
}

const nodeDriver = modulePath('harness/drivers/node/main');

/** A client that adds what its driver says to a list. */
const loggingClient = (outlooks: Outlook[], adapter: string, ...options: readonly string[]): ClientUnderTest =>
  new ClientUnderTest([process.execPath, ...options, nodeDriver, adapter, 'wire'], {
    ca: authority.certificate,
    log: (kind, line) => void (kind === '<' && line.startsWith('{"probed"') && outlooks.push(JSON.parse(line).probed)),
  });

async function seenOf(scenario: Scenario, adapter: string, ...options: readonly string[]): Promise<Seen> {
  const outlooks: Outlook[] = [];
  using client = loggingClient(outlooks, adapter, ...options);
  const cell = await runScenario(scenario, contextFor(client));
  return { settled: findingIn(cell, { kind: 'settled' }), outcomes: cell.observation?.outcomes ?? [], outlooks };
}

const skippedIn = (outlooks: readonly Outlook[]): number =>
  outlooks.reduce((sum, outlook) => sum + (typeof outlook === 'object' ? outlook.skipped : 0), 0);

const bundled = (name: string): string => modulePath(`harness/clients/${name}`);
const fixture = (file: string): string => join(import.meta.dirname, '../fixtures', file);

const endless: Answer = { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nno more' };
const endlessRedirect: Answer = { raw: 'HTTP/1.1 302 Found\r\nLocation: /target\r\nContent-Length: 100\r\n\r\nno more' };
const silence: Answer = { raw: '' };

const answering = (name: string, start: Answer, target: Answer = { status: 200 }): Scenario => ({
  id: `own/${name}`,
  title: name,
  routes: { '{home}/start': start, '{home}/target': target },
  calls: [{ method: 'GET', url: '{home}/start' }],
  checks: [checkWithoutRulings({ kind: 'settled' })],
});

describe.concurrent('a call that never settles is proven to hang, without waiting for a deadline:', () => {
  const redirect: Answer = { status: 302, location: '/target' };
  const hanging: readonly (readonly [when: string, scenario: Scenario])[] = [
    ['before the first answer', answering('silence', silence)],
    ['after a redirect', answering('silence-after-redirect', redirect, silence)],
    ['within the last body', answering('endless', redirect, endless)],
  ];

  async function expectProof(scenario: Scenario, client: string, x: ExpectStatic): Promise<void> {
    const { settled, outlooks } = await seenOf(scenario, client);
    x(settled).toBe('hung');
    x(outlooks.at(-1)).toBe('stuck');
  }

  test('before any request', ({ expect: x }) => expectProof(scenarioWithPath('hangs'), fixture('misbehaving.ts'), x));

  test('after a file was read as a Blob, of which Node.js keeps a request', ({ expect: x }) =>
    expectProof(scenarioWithPath('nothing-after-a-file'), fixture('waiting.ts'), x));

  test('within the body of a redirect, which the client reads to its end', ({ expect: x }) =>
    expectProof(answering('endless-redirect', endlessRedirect), bundled('undici-request'), x));

  describe.for(['undici-request', 'undici-fetch', 'node-builtin', 'node-fetch', 'axios', 'got'])('%s', (name) => {
    test.for(hanging)('%s', ([, scenario], { expect: x }) => expectProof(scenario, bundled(name), x));
  });
});

describe.concurrent('a client that gives up by a timer of its own is not kept waiting for it, and its error is seen:', () => {
  test.for(['axios', 'got', 'fetch', 'undici'])('%s', async (name, { expect: x }) => {
    const scenario: Scenario = {
      ...scenarioWithPath(name),
      routes: { [`{home}/${name}`]: silence },
      checks: [checkWithoutRulings({ kind: 'settled' }), checkWithoutRulings({ kind: 'outcome' })],
    };
    const { settled, outlooks } = await seenOf(scenario, fixture('patient.ts'));
    x(settled).toBe('error');
    x(outlooks).not.toContain('stuck');
    x(skippedIn(outlooks)).toBeGreaterThan(5_000);
  });
});

describe.concurrent('timers that are fired early', () => {
  test('fire in the order in which they are due, whatever their kind', async ({ expect: x }) => {
    const { outcomes } = await seenOf(scenarioWithPath('several-timers'), fixture('patient.ts'));
    const order = 'interval unreferenced interval signal interval interval';
    x(outcomes).toMatchObject([{ headers: [['Fired', order]] }]);
  });

  test('keep their delay', async ({ expect: x }) => {
    const { outcomes, outlooks } = await seenOf(scenarioWithPath('refreshed-timer'), fixture('patient.ts'));
    x(outcomes).toMatchObject([{ headers: [['Fired', 'three times']] }]);
    x(skippedIn(outlooks)).toBeGreaterThan(6_000);
  });

  test('are those that a process has left after its last call', async ({ expect: x, onTestFinished }) => {
    const outlooks: Outlook[] = [];
    const client = loggingClient(outlooks, fixture('patient.ts'));
    onTestFinished(() => client.discard());
    await runScenario(scenarioWithPath('leaves-a-timer'), contextFor(client));
    x(await failureWithin(await client.driver(), 10_000)).toBeUndefined();
    x(skippedIn(outlooks)).toBeGreaterThan(6_000);
    x(outlooks.at(-1)).toBe('stuck');
  });

  test('are none of a client that has nothing to do', async ({ expect: x, onTestFinished }) => {
    const { driver } = await startProcess([process.execPath, nodeDriver, fixture('misbehaving.ts')], {
      ca: authority.certificate,
    });
    onTestFinished(() => driver.kill());
    x(await driver.probe(15_000)).toBe('busy');
  });
});

describe.concurrent('a client that waits for work outside its thread is not stuck:', () => {
  test.for([
    'an-unreferenced-child',
    'the-file-system',
    'pbkdf2',
    'web-crypto',
    'compression',
    'a-worker',
    'a-shared-buffer',
    'web-assembly',
  ])('%s', async (work, { expect: x }) => {
    const { settled, outlooks } = await seenOf(scenarioWithPath(work), fixture('waiting.ts'));
    x(settled).toBe('response');
    // The work took long enough for a wrong proof.
    x(outlooks).toContain('busy');
  });
});

describe.concurrent('where Node.js does not show what a proof needs, a deadline shows the hang:', () => {
  test.for([
    'counts no events',
    'has no hooks',
    'does not say when a timer was armed',
    'does not fire a timer early',
    'names a kind of work in another way',
  ])('it %s', async (change, { expect: x }) => {
    const url = `${pathToFileURL(fixture('illegible.ts')).href}?${encodeURIComponent(change)}`;
    const seen = await seenOf(scenarioWithPath('hangs'), fixture('misbehaving.ts'), '--import', url);
    x(seen).toMatchObject({ settled: 'hung', outlooks: [] });
  });
});
