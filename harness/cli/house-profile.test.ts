import { readFileSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { decide } from '../../suites/judging/decide.ts';
import { judge } from '../../suites/judging/judge.ts';
import { checkId, type Ruling } from '../../suites/vocabulary/check.ts';
import { type CommandResult, plainAdapter, userFolder } from '../fixtures/command-line.ts';
import { readProfile } from './read-profile.ts';

// docs/examples/adr-016.json writes the record as a team would. The bundled profile of the same record was made from the same text.

const example = join(import.meta.dirname, '../../docs/examples/adr-016.json');
const house = readProfile(example);
const bundled = readProfile('adr-016');

const decisions = suites.flatMap(({ scenarios }) =>
  scenarios.flatMap(({ id: scenario, checks }) =>
    checks.map((check) => {
      const id = checkId(scenario, check);
      return { id, check, theirs: decide(id, check, bundled), ours: decide(id, check, house) };
    }),
  ),
);

/** Values that show whether rulings differ. */
const valuesIn = (rulings: readonly Ruling[]): readonly string[] =>
  rulings.flatMap(({ expect: wanted }) =>
    'oneOf' in wanted ? wanted.oneOf : 'noneOf' in wanted ? wanted.noneOf : [`${wanted.atLeast ?? 0}`, `${wanted.atMost ?? 0}`],
  );

describe('the house profile of ADR-016', () => {
  test('demands what the bundled one demands, except that a stream need not be kept', () => {
    const fails = (rulings: readonly Ruling[], value: string): boolean => judge({ value }, rulings) === 'fail';
    const differing = decisions.filter(({ check, theirs, ours }) => {
      if (theirs.by !== 'adr-016' || !theirs.rulings.some(({ level }) => level === 'must')) return false;
      const values = [...valuesIn(check.rulings), ...valuesIn(ours.rulings), 'error: other', 'another'];
      return values.some((value) => fails(theirs.rulings, value) !== fails(ours.rulings, value));
    });
    expect(differing.map(({ id }) => id)).toEqual([
      'request-bodies/303-post-stream#followed',
      'request-bodies/303-put-stream#followed',
      'request-bodies/303-307-307-stream#followed',
    ]);
  });

  test('cites each of its rules, and no other rule than the bundled one', () => {
    const cited = decisions.flatMap(({ id, theirs, ours }) =>
      ours.rulings
        .filter(({ authority }) => authority === 'house')
        .map(({ requirement }) => ({
          id,
          requirement,
          bundledCites: theirs.rulings.map((ruling) => ruling.requirement),
          by: theirs.by,
        })),
    );
    expect(new Set(cited.map(({ requirement }) => requirement))).toEqual(new Set(Object.keys(house.requirements ?? {})));
    const misplaced = cited.filter(
      ({ requirement, bundledCites, by }) =>
        by === 'adr-016' && !bundledCites.some((theirs) => theirs === requirement.replace('house', 'adr-016')),
    );
    expect(misplaced).toEqual([]);
  });

  test('is the one that the documentation quotes', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/house-profile.md'), 'utf8');
    const text = readFileSync(example, 'utf8');
    const quoted = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, lines = '']) => lines.trimEnd());
    expect(quoted.length).toBeGreaterThan(3);
    for (const lines of quoted) expect(text).toContain(lines);
  });
});

test('the profile in the documentation of profiles is valid', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/profiles.md'), 'utf8');
  const [, text = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
  await using folder = await mkdtempDisposable(join(tmpdir(), 'profile-'));
  await writeFile(join(folder.path, 'house.json'), text);
  expect(readProfile(join(folder.path, 'house.json'))).toMatchObject({
    name: 'house',
    authorities: readProfile('fetch').authorities,
  });
});

const finding = 'PUT, same body';
const known = {
  version: 1,
  profile: house.name,
  failOn: 'must',
  clients: { ours: { 'method-matrix/30{1,2}-put#request@target': { finding, count: 2, reason: 'is not changed yet' } } },
};

describe.concurrent('under the house profile of ADR-016', () => {
  async function run(...args: readonly string[]): Promise<CommandResult> {
    await using folder = await userFolder({ 'client.ts': plainAdapter('ours'), 'known.json': JSON.stringify(known) });
    return await folder.run(...args, `--profile=${example}`);
  }
  const gate = ['--client=./client.ts', '--scenario=method-matrix/30?-put'] as const;

  test('a client that follows Fetch fails, and the rule of the record is cited', async ({ expect: x }) => {
    const { code, stdout } = await run(...gate);
    x(code).toBe(1);
    x(stdout).toContain(`2✗ request@target “${finding}”, must be “GET, no body”`);
    x(stdout).toContain('according to ADR-016, Decision, Method conversion rules https://wiki.example.com/adr/016\n');
  });

  test('it passes with a list of what is known', async ({ expect: x }) => {
    x(await run(...gate, '--known=known.json')).toMatchObject({ code: 0 });
  });

  test('a check is explained by the rule', async ({ expect: x }) => {
    const { stdout } = await run('explain', 'method-matrix/308-post#request@target');
    x(stdout).toContain('decided by fetch under house-adr-016\n      house: must be “POST, same body” [house/rule-5]\n');
    x(stdout).toContain(
      '[house/rule-5] ADR-016, Decision, Method conversion rules (definition)\n    308 keeps method and body.\n',
    );
  });

  test('the requirements that decide are listed, with those of the house first', async ({ expect: x }) => {
    const { stdout } = await run('list', '--requirements', '--scenario=method-matrix/301-put', '--json');
    const list = JSON.parse(stdout) as Readonly<Record<string, { readonly checks: number }>>;
    x(Object.keys(list).slice(0, 9)).toEqual(Object.keys(house.requirements ?? {}));
    x(list).toMatchObject({ 'house/rule-1': { checks: 1 }, 'house/rule-2': { checks: 1 }, 'house/rule-3': { checks: 0 } });
  });
});
