import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { adapter, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import { orHung } from './deadline.ts';
import { runScenario } from './run-scenario.ts';

const limits = { idle: 700, waiting: 2_000, call: 3_000 };
const never = new Promise<never>(() => {});

/** How long a call that never settles is waited for. */
async function timeUntilHung(isWaiting?: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  expect(await orHung(never, { isWaiting }, limits)).toBe('hung');
  return performance.now() - start;
}

describe.concurrent('a call that never settles is hung', () => {
  test('after the limit without activity, where the client cannot say whether it waits', async ({ expect: x }) => {
    x(await timeUntilHung()).toBeLessThan(1_500);
  });

  test('after the same limit where no timer is pending', async ({ expect: x }) => {
    x(await timeUntilHung(async () => false)).toBeLessThan(1_500);
  });

  test('later where a timer is pending', async ({ expect: x }) => {
    const time = await timeUntilHung(async () => true);
    x(time).toBeGreaterThan(1_900);
  });

  test('some time after the last timer has fired', async ({ expect: x }) => {
    const start = performance.now();
    const time = await timeUntilHung(async () => performance.now() - start < 1_000);
    x(time).toBeGreaterThan(1_000);
    x(time).toBeLessThan(1_990);
  });

  test('not if it settles while a timer is pending', async ({ expect: x }) => {
    x(await orHung(setTimeout(1_200, 'settled'), { isWaiting: async () => true }, limits)).toBe('settled');
  });
});

test('a client that waits between two attempts, longer than the limit without activity, is not hung', async () => {
  using client = adapter('misbehaving.ts');
  const cell = await runScenario(scenarioWithPath('retries-slowly'), contextFor(client));
  expect(findingIn(cell, { kind: 'settled' })).toBe('response');
});
