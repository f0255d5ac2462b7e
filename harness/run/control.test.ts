import { describe, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { HarnessFault } from '../fault.ts';
import { checkWithoutRulings, clientOf, contextFor, findingIn } from '../fixtures/clients.ts';
import { control } from './control.ts';
import { runScenario } from './run-scenario.ts';

const redirected = (call: Partial<Scenario['calls'][number]> = {}): Scenario => ({
  id: 'own/redirected',
  title: 'a redirect',
  routes: {
    '{home}/start': { status: 302, location: '{home}/target' },
    '{home}/target': { status: 200, body: 'arrived' },
  },
  calls: [{ method: 'GET', url: '{home}/start', ...call }],
  checks: [checkWithoutRulings({ kind: 'outcome' })],
});

/** What the control exchanges find out about a client, and what it does in a scenario afterwards. */
async function afterControl(
  name: string,
  scenario: Scenario,
): Promise<{ readonly notes: readonly string[]; readonly outcome: string }> {
  using client = clientOf('limited.ts', name);
  const context = contextFor(client);
  const { follows, notes } = await control(context);
  const outcome = findingIn(await runScenario(scenario, { ...context, follows }), { kind: 'outcome' });
  return { notes, outcome };
}

describe.concurrent('the control exchanges', () => {
  test.for(['follows-nothing', 'throws-on-redirects'])(
    'find out that a client follows nothing: one line, and scenarios in which it would have to are n/a (%s)',
    async (name, { expect: x }) => {
      const { notes, outcome } = await afterControl(name, redirected());
      x(notes).toHaveLength(1);
      x(notes[0]).toMatch(/ does not follow redirects by default: .* `follows: true`/);
      x(outcome).toBe('capability: the client does not follow redirects by default');
    },
  );

  test('leave out a redirect behind an interim response, too, for a client that follows nothing', async ({ expect: x }) => {
    const raw = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 302 Found\r\nLocation: {home}/target\r\n\r\n';
    const behind: Scenario = { ...redirected(), routes: { '{home}/start': { raw } } };
    x((await afterControl('follows-nothing', behind)).outcome).toBe(
      'capability: the client does not follow redirects by default',
    );
  });

  test('do not matter where the adapter says that its client follows', async ({ expect: x }) => {
    x(await afterControl('says-it-follows', redirected())).toEqual({ notes: [], outcome: 'returned 302' });
  });

  test('leave scenarios without a redirect to a client that follows nothing', async ({ expect: x }) => {
    const without: Scenario = { ...redirected(), routes: { '{home}/start': { status: 302 } } };
    x((await afterControl('follows-nothing', without)).outcome).toBe('returned 302');
  });

  test('are made by GET where a client can send nothing else, and scenarios with other methods are n/a', async ({
    expect: x,
  }) => {
    x(await afterControl('get-only', redirected({ method: 'POST' }))).toEqual({
      notes: [],
      outcome: 'capability: the client cannot send POST',
    });
    x((await afterControl('get-only', redirected())).outcome).toBe('returned 200');
  });

  test('are made by an event source where a client has nothing else', async ({ expect: x }) => {
    x(await afterControl('event-source', redirected())).toEqual({
      notes: [],
      outcome: 'capability: the client cannot send GET',
    });
    const events = { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: hello\n\n' } as const;
    const scenario = redirected({ through: 'event-source' });
    const { outcome } = await afterControl('event-source', {
      ...scenario,
      routes: { ...scenario.routes, '{home}/target': events },
    });
    x(outcome).toBe('returned 200');
  });

  test('say what to do where a client does not trust the certificates', async ({ expect: x }) => {
    using client = clientOf('limited.ts', 'trusts-nobody');
    const controlled = control(contextFor(client));
    await x(controlled).rejects.toThrow(HarnessFault);
    await x(controlled).rejects.toThrow(
      /the adapter trusts-nobody fails an exchange by TLS without any redirect; .* add the `ca` that `open` gets .*self-signed/,
    );
  });

  test('do not blame the adapter for a crash by a redirect', async ({ expect: x }) => {
    const { notes, outcome } = await afterControl('crashes-on-redirects', redirected());
    x({ notes, outcome }).toEqual({ notes: [], outcome: 'call failed: crashed: process exited with code 3' });
  });
});
