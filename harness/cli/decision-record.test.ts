import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import { describe, expect, test } from 'vitest';
import { root } from '../installation.ts';
import { userFolder } from '../fixtures/command-line.ts';

// docs/decision-record.md quotes files and runs commands. Both must stay true.

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const page = textOf('docs/decision-record.md');

const blocksOf = (language: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = '']) => (name === language ? [text] : []));

/** Lines without their indentation. */
const flat = (text: string): string => text.replaceAll(/^ +/gm, '').trimEnd();

const quotes = [
  ...blocksOf('json').map((text) => ({
    file: text.includes('Decided:') ? 'docs/examples/otherwise.json' : 'docs/examples/adr-016.json',
    text,
  })),
  ...blocksOf('ts').flatMap((block) => {
    const [, file, text] = /^\/\/ (\S+\.ts)\n(.*)$/s.exec(block) ?? [];
    return file !== undefined && text !== undefined ? [{ file, text }] : [];
  }),
];

const commands = blocksOf('sh').flatMap((block) => block.trim().split('\n'));

describe('the page on decision records', () => {
  test('quotes each rule from profile and client', () => {
    expect(quotes.length).toBeGreaterThan(18);
    for (const { file, text } of quotes) expect(flat(textOf(file))).toContain(flat(text));
  });

  // The whole catalogue is run by reference.test.ts.
  const selections = commands.filter((command) => /--(suite|scenario)=/.test(command));

  test('has a command for each rule', () => {
    expect(selections).toHaveLength(9);
  });

  test.concurrent.for(selections)('%s', async (command, { expect: expectHere }) => {
    await using folder = await userFolder();
    const args = parseArgsStringToArgv(command.replace(/^npm test -- /, ''));
    const result = await folder.run(...args.map((arg) => arg.replace(/=(?:\.\/)?docs\//, `=${root}/docs/`)));
    expectHere(result.stdout).toMatch(/\n\d+ passed, 0 failed\n/);
    expectHere(result.code).toBe(0);
  });

  test('the choices of the other example are no accident: the client of the record fails them', async () => {
    await using folder = await userFolder();
    const profile = `--profile=${join(root, 'docs/examples/otherwise.json')}`;
    const selection = ['method-matrix/30*', 'cross-host-auth/*', 'cycles/*'].map((glob) => `--scenario=${glob}`);
    await folder.run('--client=policy/adr-016', profile, ...selection);
    const { unexpected } = await folder.results();
    expect(unexpected).toHaveLength(11);
    expect(page).toContain('`policy/adr-016` fails eleven checks');
  });
});
