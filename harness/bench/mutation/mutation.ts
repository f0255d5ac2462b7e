import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { Command } from 'commander';
import { commaList } from '../../cli/comma-list.ts';
import { root } from '../../installation.ts';
import { mutationTables, type RoomResult, scoreOf, survivorsIn } from './mutation-table.ts';
import { type MutatedRoomName, mutatedRooms, ROOM_VARIABLE } from './rooms.ts';

// `mutation.ts [--only=<rooms>] [--write]` changes the code, place by place, and asks whether a test fails: docs/mutation.md.

/** The page that has the tables after this heading. */
const PAGE = join(root, 'docs/mutation.md');
const HEADING = '## The last run\n';

/** How many of a hundred changes a test has to notice. */
const LEAST = 90;

const { only, write } = new Command('mutation')
  .option('--only <rooms>', `only these rooms: ${Object.keys(mutatedRooms).join(', ')}`, commaList)
  .option('--write', 'write the tables to docs/mutation.md')
  .parse()
  .opts<{ readonly only?: readonly string[]; readonly write?: true }>();

const isRoom = (name: string): name is MutatedRoomName => name in mutatedRooms;

/** What is wrong with the options, in one line. */
function refusal(): string | undefined {
  const unknown = only?.find((name) => !isRoom(name));
  if (unknown !== undefined) return `--only=${unknown}: expected ${Object.keys(mutatedRooms).join(', ')}`;
  return only && write ? '--write writes all rooms; leave out --only' : undefined;
}

/** Changes the code of a room in a copy of the project. */
async function mutate(room: MutatedRoomName): Promise<RoomResult> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'mutation-'));
  process.env[ROOM_VARIABLE] = room;
  const stryker = new Stryker({
    mutate: [...mutatedRooms[room].code],
    ignorePatterns: ['docs', 'reports', 'conformance-report', 'dist'],
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    // Stryker would look for the files that import what is changed: the tests of a room are known.
    vitest: { configFile: 'harness/bench/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // On a busy machine a test that ends takes longer than the default of 5 s; none of these runs for ever by itself.
    timeoutMS: 60_000,
    concurrency: availableParallelism(),
    // It would read it with the compiler of an older TypeScript.
    tsconfigFile: 'none',
    tempDirName: folder.path,
    reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    warnings: false,
  });
  return { room, changes: await stryker.runMutationTest() };
}

const refused = refusal();
if (refused === undefined) {
  const results: RoomResult[] = [];
  for (const room of (only ?? Object.keys(mutatedRooms)).filter(isRoom)) results.push(await mutate(room));
  const tables = mutationTables(results);
  console.log(tables);
  if (write) {
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(PAGE, `${page.slice(0, page.indexOf(HEADING))}${HEADING}\n${tables}\n`);
  }
  const unexplained = results.flatMap(survivorsIn).filter(({ because }) => because === undefined);
  console.error(`${unexplained.length} changes survived without a reason`);
  process.exitCode = results.every((result) => scoreOf(result) >= LEAST) ? 0 : 1;
} else {
  console.error(`mutation: ${refused}`);
  process.exitCode = 2;
}
