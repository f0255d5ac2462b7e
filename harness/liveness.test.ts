import { describe, expect, test } from 'vitest';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { HarnessFault } from './drivers/driver.ts';
import { adapter, asking, benchFor, clientOf, findingIn } from './fixtures/clients.ts';
import { runScenario } from './run-scenario.ts';

const settledIn = async (scenario: Scenario, client: ClientUnderTest): Promise<string> =>
  findingIn(await runScenario(scenario, benchFor(client)), { kind: 'settled' });

/** The process that a driver runs in. */
async function processOf(client: ClientUnderTest): Promise<string> {
  const { observation } = await runScenario(asking('behaves'), benchFor(client));
  const [outcome] = observation?.outcomes ?? [];
  return outcome?.kind === 'response' ? (outcome.headers[0]?.[1] ?? '') : 'none';
}

describe.concurrent('what a client does to its process is the finding of that scenario alone:', () => {
  const deadly = [
    ['hangs', 'hung'],
    ['loops-for-ever', 'hung'],
    ['exits', 'crashed: process exited with code 0'],
    ['aborts', 'crashed: process killed by SIGABRT'],
    ['leaks-a-rejection', 'crashed: unhandled rejection'],
    ['leaks-a-rejection-afterwards', 'crashed: unhandled rejection'],
    ['leaks-a-rejection-as-it-closes', 'crashed: unhandled rejection'],
    ['throws-in-an-event-handler', 'crashed: uncaught exception'],
  ] as const;

  test.for(deadly)(
    'one that %s is found %s, and the next scenario has a fresh driver',
    async ([path, finding], { expect: x }) => {
      using client = adapter('misbehaving.ts');
      const before = await processOf(client);
      x(await settledIn(asking(path), client)).toBe(finding);
      const after = await processOf(client);
      x(after).toMatch(/^\d+$/);
      x(after).not.toBe(before);
    },
  );

  const harmless = [
    ['throws-a-string', 'threw a string'],
    ['throws-undefined', 'threw undefined'],
    ['prints', 'response'],
  ] as const;

  test.for(harmless)('one that %s is found %s, and keeps its driver', async ([path, finding], { expect: x }) => {
    using client = adapter('misbehaving.ts');
    const before = await processOf(client);
    x(await settledIn(asking(path), client)).toBe(finding);
    x(await processOf(client)).toBe(before);
  });

  test('one that blocks just after its answer costs its scenario, not the run', async ({ expect: x, onTestFinished }) => {
    const client = adapter('misbehaving.ts');
    onTestFinished(() => client.discard());
    const before = await processOf(client);
    const finding = await settledIn(asking('loops-afterwards'), client).catch((error: unknown) => (error as Error).name);
    x(finding).toMatch(/^(hung|HarnessFault)$/);
    x(await processOf(client)).not.toBe(before);
  });
});

test('a client that dies makes no further call of its scenario', async () => {
  using client = adapter('misbehaving.ts');
  const once = asking('exits');
  const { observation } = await runScenario({ ...once, calls: [...once.calls, ...once.calls] }, benchFor(client));
  expect(observation?.outcomes).toEqual([{ kind: 'crashed', how: 'process exited with code 0' }]);
});

describe.concurrent('an adapter that breaks its contract is the one at fault:', () => {
  const nonsense = [
    'answers/undefined',
    'answers/a-status-of-text',
    'answers/a-negative-status',
    'answers/headers-as-an-object',
    'answers/a-body-of-text',
  ];

  test('it answers what no JSON can carry', async ({ expect: x }) => {
    using client = adapter('misbehaving.ts');
    await x(runScenario(asking('answers/a-status-of-bigint'), benchFor(client))).rejects.toThrow(HarnessFault);
  });

  test.for(nonsense)('it %s', async (path, { expect: x }) => {
    using client = adapter('misbehaving.ts');
    const run = runScenario(asking(path), benchFor(client));
    await x(run).rejects.toThrow(HarnessFault);
    await x(run).rejects.toThrow(/the adapter answered with nonsense/);
    x(await processOf(client)).toMatch(/^\d+$/);
  });

  test('it throws, and the complaint says what', async ({ expect: x }) => {
    using client = adapter('throwing.ts');
    await x(control(benchFor(client))).rejects.toThrow('(outcome: error: other, TypeError: agent is not a function)');
  });

  const claims = [
    ['manual', 'the adapter boaster declares the capability manual, and follows when asked not to'],
    ['error-mode', 'the adapter boaster declares the capability error-mode, and does not throw'],
    ['max-redirects', 'the adapter boaster declares the capability max-redirects, and follows three redirects'],
    ['cookie-jar', 'the adapter boaster declares the capability cookie-jar, and does not send a cookie back'],
    ['cache', 'the adapter boaster declares the capability cache, and asks again for what is fresh'],
    ['teleport', 'teleport'],
  ] as const;

  test.for(claims)('it declares the capability %s, and cannot do it', async ([capability, complaint], { expect: x }) => {
    using client = clientOf('claiming.ts', capability);
    const controlled = control(benchFor(client));
    await x(controlled).rejects.toThrow(HarnessFault);
    await x(controlled).rejects.toThrow(complaint);
  });
});

test('an adapter that can do what it declares passes the control exchange', async () => {
  using modest = clientOf('claiming.ts');
  await expect(control(benchFor(modest))).resolves.toBeUndefined();
  using able = clientOf('../reference/driver.ts', 'fetch');
  await expect(control(benchFor(able))).resolves.toBeUndefined();
});
