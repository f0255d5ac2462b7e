import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { methodMatrixSuite } from '../../suites/method-matrix/index.ts';
import type { Outcome } from '../../suites/vocabulary/observation.ts';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import { type CommandResult, plainAdapter, userFolder } from '../fixtures/command-line.ts';
import type { kinds } from '../fixtures/hostile.ts';
import { runningCommands } from '../fixtures/processes.ts';

// One run in which every client but one does harm: docs/containment.md.

type Kind = keyof typeof kinds;

const hung: Partial<Outcome> = { kind: 'hung' };
const answered: Partial<Outcome> = { kind: 'response', status: 200 };
const crashed = (how: string): Partial<Outcome> => ({ kind: 'crashed', how });

/** What the caller gets in the scenario that a client spoils. What a client has patched stays so; that is last. */
const outcomes: Readonly<Record<Kind, object>> = {
  'hangs before the first hop': hung,
  'hangs between two hops': hung,
  'hangs after the last hop': hung,
  'ignores the signal, and goes on': hung,
  'blocks the event loop': hung,
  'throws in a timer': crashed('uncaught exception: Error: patched'),
  'rejects late': crashed('unhandled rejection: Error: late'),
  exits: crashed('process exited with code 7'),
  'crashes natively': crashed('process killed by SIGABRT'),
  // A process that only collects garbage is blocked: the deadline may come before its end.
  'fills the heap': { kind: expect.stringMatching(/^(?:crashed|hung)$/) as string },
  'fills the memory outside the heap': crashed('process killed: it occupied more than 1.5 GiB of memory'),
  'opens 1,000 connections': answered,
  'keeps connections open': answered,
  'floods a server': answered,
  'writes to standard output': answered,
  'floods standard output': crashed('process killed: it wrote more than 64 MiB in one scenario'),
  'floods the protocol': crashed('process killed: it wrote more than 10,000 messages in one scenario'),
  'leaves a child': answered,
  'leaves a child in a session of its own': answered,
  'exits, and leaves a child that has its pipes': crashed('process exited with code 7'),
  'deletes its temporary folder': answered,
  'patches http': answered,
  'patches dns': answered,
  'patches timers': answered,
  'patches process, and throws in a timer': crashed('uncaught exception: Error: patched'),
  'patches fetch': answered,
  'patches net': answered,
};

/** The kinds after which a client cannot send anything itself. */
const brokenFromThenOn: readonly Kind[] = ['patches fetch', 'patches net'];

/** The hostile clients. */
const columns = ['a', 'b', 'c', 'd'] as const;

/** What one of them does in the scenario between two others, in which it behaves. */
interface Harm {
  readonly kind: Kind;
  readonly column: string;
  readonly scenarios: readonly [before: string, spoiled: string, after: string];
}

const all = Object.keys(outcomes) as readonly Kind[];
const ids = methodMatrixSuite.scenarios.slice(0, 2 * Math.ceil(all.length / columns.length) + 1).map(({ id }) => id);

const harms = all.map((kind, index): Harm => {
  const first = 2 * Math.floor(index / columns.length);
  const [before = '', spoiled = '', after = ''] = ids.slice(first);
  return { kind, column: columns[index % columns.length] ?? '', scenarios: [before, spoiled, after] };
});

const spoiledBy = (name: string): Readonly<Record<string, Kind>> =>
  Object.fromEntries(harms.flatMap(({ kind, column, scenarios: [, spoiled] }) => (column === name ? [[spoiled, kind]] : [])));

const fixture = JSON.stringify(pathToFileURL(join(import.meta.dirname, '../fixtures/hostile.ts')).href);

const adapterOf = (column: string): string =>
  `import { hostile } from ${fixture};\nexport default hostile('${column}', ${JSON.stringify(spoiledBy(column))}, import.meta.dirname);\n`;

const cellsOf = ({ cells }: Results, id: string): readonly Cell[] => cells.filter(({ column }) => column === id);

describe('clients that do harm, and one that does not, in one run', () => {
  let results: Results;
  let command: CommandResult;
  let left: readonly string[];
  let temporary: readonly string[];
  let alone: Results;

  beforeAll(async () => {
    await using folder = await userFolder({
      'plain.ts': plainAdapter('plain'),
      ...Object.fromEntries(columns.map((column) => [`${column}.ts`, adapterOf(column)])),
    });
    const run = (...names: readonly string[]): Promise<CommandResult> =>
      folder.run(...names.map((name) => `--client=./${name}.ts`), `--scenario=${ids.join(',')}`, '--reporter=no-html');
    await run('plain');
    alone = await folder.results();
    command = await run(...columns, 'plain');
    results = await folder.results();
    left = runningCommands(folder.path);
    temporary = await folder.temporary();
  });

  test.for(harms)('a client that $kind spoils its own scenario, which says so, and the next one is run', (harm) => {
    const { kind, column, scenarios } = harm;
    const cells = cellsOf(results, column).filter(({ scenario }) => scenarios.includes(scenario));
    const next = brokenFromThenOn.includes(kind) ? { kind: 'error' } : answered;
    expect(cells.map(({ observation }) => observation?.outcomes)).toMatchObject([[answered], [outcomes[kind]], [next]]);
    expect(cells.flatMap(({ fault = [] }) => fault)).toEqual([]);
  });

  test('the good client has the same results as in a run of its own', () => {
    expect(cellsOf(results, 'plain')).toHaveLength(ids.length);
    expect(cellsOf(results, 'plain')).toEqual(cellsOf(alone, 'plain'));
  });

  test('the run ends as one with deviations, and leaves no process and no temporary file', () => {
    expect(command).toMatchObject({ code: 1, stderr: '' });
    expect({ left, temporary }).toEqual({ left: [], temporary: [] });
  });
});
