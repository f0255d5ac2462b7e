import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { HarnessFault } from '../fault.ts';
import { adapter, clientOf, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import type { ClientUnderTest } from './client-under-test.ts';
import { control } from './control.ts';
import { runScenario } from './run-scenario.ts';

const settledIn = async (scenario: Scenario, client: ClientUnderTest): Promise<string> =>
  findingIn(await runScenario(scenario, contextFor(client)), { kind: 'settled' });

/** The process that a driver runs in. */
async function processOf(client: ClientUnderTest): Promise<string> {
  const { observation } = await runScenario(scenarioWithPath('behaves'), contextFor(client));
  const [outcome] = observation?.outcomes ?? [];
  return outcome?.kind === 'response' ? (outcome.headers[0]?.[1] ?? '') : 'none';
}

describe.concurrent('what a client does to its process affects only its own scenario:', () => {
  const fatal = [
    ['hangs', 'hung'],
    ['loops-for-ever', 'hung'],
    ['exits', 'crashed: process exited with code 0'],
    ['aborts', 'crashed: process killed by SIGABRT'],
    ['leaks-a-rejection', 'crashed: unhandled rejection'],
    ['leaks-a-rejection-afterwards', 'crashed: unhandled rejection'],
    ['leaks-a-rejection-as-it-closes', 'crashed: unhandled rejection'],
    ['throws-in-an-event-handler', 'crashed: uncaught exception'],
  ] as const;

  test.for(fatal)(
    'the client %s: the finding is %s, and the next scenario gets a new driver',
    async ([path, finding], { expect: x }) => {
      using client = adapter('misbehaving.ts');
      const before = await processOf(client);
      x(await settledIn(scenarioWithPath(path), client)).toBe(finding);
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

  test.for(harmless)('the client %s: the finding is %s, and the driver is kept', async ([path, finding], { expect: x }) => {
    using client = adapter('misbehaving.ts');
    const before = await processOf(client);
    x(await settledIn(scenarioWithPath(path), client)).toBe(finding);
    x(await processOf(client)).toBe(before);
  });

  test('the client blocks its process after its answer: only its scenario fails, not the run', async ({
    expect: x,
    onTestFinished,
  }) => {
    const client = adapter('misbehaving.ts');
    onTestFinished(() => client.discard());
    const before = await processOf(client);
    const finding = await settledIn(scenarioWithPath('loops-afterwards'), client).catch(
      (error: unknown) => (error as Error).name,
    );
    x(finding).toMatch(/^(hung|HarnessFault)$/);
    x(await processOf(client)).not.toBe(before);
  });
});

test('after a client has crashed, no further call of its scenario is made', async () => {
  using client = adapter('misbehaving.ts');
  const once = scenarioWithPath('exits');
  const { observation } = await runScenario({ ...once, calls: [...once.calls, ...once.calls] }, contextFor(client));
  expect(observation?.outcomes).toEqual([{ kind: 'crashed', how: 'process exited with code 0' }]);
});

describe.concurrent('an adapter that breaks its contract is reported as the fault:', () => {
  const invalid = [
    'answers/undefined',
    'answers/a-status-of-text',
    'answers/a-negative-status',
    'answers/headers-as-an-object',
    'answers/a-body-of-text',
  ];

  test('it answers with something that JSON cannot represent', async ({ expect: x }) => {
    using client = adapter('misbehaving.ts');
    await x(runScenario(scenarioWithPath('answers/a-status-of-bigint'), contextFor(client))).rejects.toThrow(HarnessFault);
  });

  test.for(invalid)('it %s', async (path, { expect: x }) => {
    using client = adapter('misbehaving.ts');
    const run = runScenario(scenarioWithPath(path), contextFor(client));
    await x(run).rejects.toThrow(HarnessFault);
    await x(run).rejects.toThrow(/invalid message from the adapter/);
    x(await processOf(client)).toMatch(/^\d+$/);
  });

  test('it throws, and the message contains the error', async ({ expect: x }) => {
    using client = adapter('throwing.ts');
    await x(control(contextFor(client))).rejects.toThrow('(outcome: error: other, TypeError: agent is not a function)');
  });

  test('it never opens a scenario', async ({ expect: x }) => {
    using client = adapter('never-opens.ts');
    const run = runScenario(scenarioWithPath('any'), contextFor(client));
    await x(run).rejects.toThrow(HarnessFault);
    await x(run).rejects.toThrow('the adapter did not open the scenario within 30 s');
  });

  test('it declares an unknown capability', async ({ expect: x }) => {
    using client = clientOf('overclaiming.ts', 'teleport');
    const controlled = control(contextFor(client));
    await x(controlled).rejects.toThrow(HarnessFault);
    await x(controlled).rejects.toThrow('teleport');
  });
});

describe.concurrent('an adapter that declares what its client does not do costs only the scenarios that need it, and a line:', () => {
  const claims = [
    ['manual', 'declares manual, but follows a redirect in manual mode (requests: 4)'],
    ['error-mode', 'declares error-mode, but does not throw on a redirect (requests@2: 1)'],
    ['max-redirects', 'declares max-redirects, but follows three redirects where one is allowed (requests: 4)'],
    ['cookie-jar', 'declares cookie-jar, but does not send back a cookie that was set (field:cookie@next: absent)'],
    ['cache', 'declares cache, but requests a fresh answer again (requests: 2)'],
    ['proxy', 'declares proxy, but does not send the right requests through it (route@here: direct)'],
    ['max-bytes', 'declares max-bytes, but returns a longer body, or no body at all (settled: response)'],
  ] as const;

  test.for(claims)('%s', async ([capability, complaint], { expect: x }) => {
    using client = clientOf('overclaiming.ts', capability);
    const notes = [`the adapter overclaiming may be at fault: it ${complaint}`];
    x(await control(contextFor(client))).toEqual({ follows: true, notes });
  });

  test('nothing where no scenario needs it', async ({ expect: x }) => {
    using client = clientOf('overclaiming.ts', 'manual');
    x(await control(contextFor(client), ['proxy'])).toEqual({ follows: true, notes: [] });
  });

  test('there is one line for all', async ({ expect: x }) => {
    using client = clientOf('overclaiming.ts', 'manual', 'max-redirects');
    const { notes } = await control(contextFor(client));
    x(notes).toEqual([`the adapter overclaiming may be at fault: it ${claims[0][1]}; it ${claims[2][1]}`]);
  });
});

test('an adapter that can do what it declares passes the control probes', async () => {
  using honest = clientOf('overclaiming.ts');
  await expect(control(contextFor(honest))).resolves.toEqual({ follows: true, notes: [] });
  using able = clientOf('../reference/driver.ts', 'fetch');
  await expect(control(contextFor(able))).resolves.toEqual({ follows: true, notes: [] });
});
