import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parseArgsStringToArgv } from 'string-argv';
import { describe, expect, test } from 'vitest';
import { suitesWith } from '../../suites/index.ts';
import { root } from '../installation.ts';
import { findScenario } from './commands/find-scenario.ts';
import { readOwnSuites } from './own-suites.ts';
import { createProgram } from './program.ts';
import { readProfile } from './read-profile.ts';
import { readRules } from './rules/read-rules.ts';
import { selectScenarios } from './select-scenarios.ts';

// Every command of this program in README and docs is one that it takes, and names what exists.

const COMMAND = /^(?:npm test --|npx redirect-conformance)(?: (.*))?$/;

/** The scenario that docs/scenarios.md writes as an example. */
const EXAMPLE = '--scenario=cross-host-auth/signed-download';

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];

const documented = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = '']) =>
    block.split('\n').flatMap((line) => {
      const [command = ''] = line.split(/ +# /);
      const [found, args = ''] = COMMAND.exec(command.trim()) ?? [];
      return found === undefined ? [] : [{ page, command: found, args: parseArgsStringToArgv(args) }];
    }),
  ),
);

interface Parsed {
  readonly options: Readonly<Record<string, unknown>>;
  readonly args: readonly string[];
}

/** What a command is called with, without doing it. */
async function parse(args: readonly string[]): Promise<Parsed> {
  const program = await createProgram(args);
  let parsed: Parsed = { options: {}, args: [] };
  const keep = (...called: unknown[]): void => {
    const command = called.at(-1) as Command;
    parsed = { options: command.optsWithGlobals(), args: command.args };
  };
  for (const command of [program, ...program.commands]) command.action(keep);
  await program.parseAsync([...args], { from: 'user' });
  return parsed;
}

interface Asked {
  readonly scenarios?: readonly string[];
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly profile?: string;
}

/** Throws if a command names a scenario, a suite or a file of this project that does not exist. */
async function checkNames([name]: readonly string[], { options, args }: Parsed): Promise<void> {
  const { scenarios: files = [], suite, scenario, profile } = options as Asked;
  const documentedFiles = files.filter((file) => file.startsWith('docs/')).map((file) => join(root, file));
  const suites = suitesWith((await readOwnSuites({ scenarios: documentedFiles })).values());
  selectScenarios({ ...(suite && { suites: suite }), ...(scenario && { scenarios: scenario }) }, suites);
  const all = suites.flatMap(({ scenarios }) => scenarios);
  if (name === 'explain' || name === 'serve') findScenario(args[0] ?? '', all);
  if (name === 'rules') readRules(join(root, args[0] ?? ''));
  if (profile?.startsWith('docs/')) readProfile(join(root, profile));
}

test('there are documented commands', () => {
  expect(documented.length).toBeGreaterThan(30);
});

describe('a documented command can be called', () => {
  const calls = documented.filter(({ args }) => !args.includes('--help') && !args.includes(EXAMPLE));
  test.for(calls)('$page: $command', async ({ args }) => {
    const parsed = await parse(args);
    await expect(checkNames(args, parsed)).resolves.toBeUndefined();
  });
});
