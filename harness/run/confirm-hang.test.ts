import { describe, test } from 'vitest';
import { adapter, contextFor, findingIn, scenarioWithPath } from '../fixtures/clients.ts';
import { confirmHang } from './confirm-hang.ts';
import { runScenario } from './run-scenario.ts';

const settled = { kind: 'settled' } as const;

describe.concurrent('a scenario in which a call hung is run again alone, where only time shows a hang:', () => {
  test('a client that checks the clock seems to hang, and does not', async ({ expect: x }) => {
    using client = adapter('patient.ts');
    const scenario = scenarioWithPath('by-the-clock');
    const first = await runScenario(scenario, contextFor(client));
    const { cell, note } = await confirmHang(scenario, first, contextFor(client));
    x([first, cell].map((each) => findingIn(each, settled))).toEqual(['hung', 'response']);
    x(note).toBe('own/by-the-clock hung, but not when it was run again alone: that result counts');
  });

  test('a client that hangs does so again', async ({ expect: x }) => {
    using client = adapter('misbehaving.ts');
    const scenario = scenarioWithPath('hangs');
    const first = await runScenario(scenario, contextFor(client));
    const { cell, note } = await confirmHang(scenario, first, contextFor(client));
    x(findingIn(cell, settled)).toBe('hung');
    x(cell).not.toBe(first);
    x(note).toBeUndefined();
  });

  test('a cell without a hang is kept as it is', async ({ expect: x }) => {
    using client = adapter('misbehaving.ts');
    const scenario = scenarioWithPath('behaves');
    const first = await runScenario(scenario, contextFor(client));
    x((await confirmHang(scenario, first, contextFor(client))).cell).toBe(first);
  });
});
