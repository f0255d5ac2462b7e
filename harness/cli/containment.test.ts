import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../suites/vocabulary/observation.ts';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import { type CommandResult, plainAdapter, userFolder } from '../fixtures/command-line.ts';
import { type kinds, spoiled } from '../fixtures/hostile.ts';
import { runningCommands } from '../fixtures/processes.ts';

// One run in which every other client does harm: docs/containment.md.

type Kind = keyof typeof kinds;

const before = 'method-matrix/301-get';
const after = 'missing-location/301-get';
const selected = `--scenario=${before},${spoiled},${after}`;

const hung: Partial<Outcome> = { kind: 'hung' };
const answered: Partial<Outcome> = { kind: 'response', status: 200 };
const crashed = (how: string): Partial<Outcome> => ({ kind: 'crashed', how });

/** What the caller of each client gets in the scenario that it spoils. */
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
  'patches fetch': answered,
  'patches http': answered,
  'patches net': answered,
  'patches dns': answered,
  'patches timers': answered,
  'patches process, and throws in a timer': crashed('uncaught exception: Error: patched'),
  'writes to standard output': answered,
  'floods standard output': crashed('process killed: it wrote more than 64 MiB in one scenario'),
  'floods the protocol': crashed('process killed: it wrote more than 10,000 messages in one scenario'),
  'leaves a child': answered,
  'leaves a child in a session of its own': answered,
  'exits, and leaves a child that has its pipes': crashed('process exited with code 7'),
  'deletes its temporary folder': answered,
};

/** The clients that have broken themselves: their next call fails too. */
const brokenFromThenOn: readonly Kind[] = ['patches fetch', 'patches net'];

const all = Object.keys(outcomes) as readonly Kind[];

const columnOf = (kind: Kind): string => kind.replaceAll(/\W+/g, '-');

const fixture = JSON.stringify(pathToFileURL(join(import.meta.dirname, '../fixtures/hostile.ts')).href);

const adapterOf = (kind: Kind): string =>
  `import { hostile } from ${fixture};\nexport default hostile('${columnOf(kind)}', '${kind}', import.meta.dirname);\n`;

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
      ...Object.fromEntries(all.map((kind) => [`${columnOf(kind)}.ts`, adapterOf(kind)])),
    });
    const run = (...names: readonly string[]): Promise<CommandResult> =>
      folder.run(...names.map((name) => `--client=./${name}.ts`), selected, '--reporter=no-html');
    await run('plain');
    alone = await folder.results();
    command = await run(...all.map(columnOf), 'plain');
    results = await folder.results();
    left = runningCommands(folder.path);
    temporary = await folder.temporary();
  });

  test.for(all)('a client that %s spoils its own scenario, which says so, and the next one is run', (kind) => {
    const cells = cellsOf(results, columnOf(kind));
    const seen = Object.fromEntries(cells.map(({ scenario, observation }) => [scenario, observation?.outcomes]));
    const next = brokenFromThenOn.includes(kind) ? { kind: 'error' } : { kind: 'response', status: 301 };
    expect(seen).toMatchObject({ [before]: [answered], [spoiled]: [outcomes[kind]], [after]: [next] });
    expect(cells.flatMap(({ fault = [] }) => fault)).toEqual([]);
  });

  test('the good client has the same results as in a run of its own', () => {
    expect(cellsOf(results, 'plain')).toHaveLength(3);
    expect(cellsOf(results, 'plain')).toEqual(cellsOf(alone, 'plain'));
  });

  test('the run ends as one with deviations, and leaves no process and no temporary file', () => {
    expect(command).toMatchObject({ code: 1, stderr: '' });
    expect({ left, temporary }).toEqual({ left: [], temporary: [] });
  });
});
