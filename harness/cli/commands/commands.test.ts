import { join } from 'node:path';
import { describe, test } from 'vitest';
import { suites } from '../../../suites/index.ts';
import { factKinds } from '../../../suites/vocabulary/fact.ts';
import { type CommandResult, userFolder } from '../../fixtures/command-line.ts';

async function run(...args: readonly string[]): Promise<CommandResult> {
  await using folder = await userFolder();
  return await folder.run(...args);
}

describe.concurrent('list', () => {
  test('shows every suite with its title and count, and every scenario with its title', async ({ expect: x }) => {
    const { code, stdout } = await run('list');
    x(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/, ' '));
    for (const { id, title, scenarios } of suites) {
      x(
        lines.some((line) => line.startsWith(`${title} (${id}): ${scenarios.length} scenario`)),
        id,
      ).toBe(true);
      for (const scenario of scenarios) x(lines).toContain(`${scenario.id} ${scenario.title}`);
    }
  });

  test.for([
    ['before the command', ['--suite=cycles,chain-limits', '--scenario=*/self*', 'list']],
    ['after the command', ['list', '--suite=cycles', '--suite=chain-limits', '--scenario=*/self*']],
  ] as const)('takes a selection %s', async ([, args], { expect: x }) => {
    x(await run(...args)).toEqual({
      code: 0,
      stdout: [
        'Cycles and revisits (cycles): 2 scenarios',
        '  cycles/self       A URL that redirects to itself',
        '  cycles/self-post  A URL that redirects a POST to itself by 307',
        '',
        '2 scenarios in 1 suite',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test('prints the same as JSON', async ({ expect: x }) => {
    const { stdout } = await run('list', '--json', '--scenario=cycles/self');
    x(JSON.parse(stdout)).toEqual([
      {
        id: 'cycles',
        title: 'Cycles and revisits',
        scenarios: [{ id: 'cycles/self', title: 'A URL that redirects to itself' }],
      },
    ]);
  });
});

test('list --coverage shows how many known behaviours have a scenario, as text and as JSON', async ({ expect: x }) => {
  const { stdout } = await run('list', '--coverage');
  x(stdout).toMatch(/\| cycles +\| 7 of 7 +\|/);
  x(stdout).toMatch(/\| credentials +\| 16 of 16 +\|/);
  const { stdout: json } = await run('list', '--coverage', '--json');
  x(JSON.parse(json)).toMatchObject({
    behaviours: x.arrayContaining([x.objectContaining({ group: 'cycles', portable: { covered: 7, rows: 7 } })]),
    requirements: x.arrayContaining([{ topic: 'credentials', covered: 16, rows: 16 }]),
  });
});

test('list --facts shows what the findings of each kind of fact can be, as text and as JSON', async ({ expect: x }) => {
  const { stdout } = await run('list', '--facts');
  x(stdout).toContain('requests: how many requests arrived at <at>\n  <n>\n  or bounds: atLeast, atMost\n');
  x(stdout).toContain('  in expectations also: any error | any error but <error class>\n');
  const { stdout: json } = await run('list', '--facts', '--json');
  x(Object.keys(JSON.parse(json) as object)).toEqual(factKinds);
});

test('list --requirements shows what the rulings on the scenarios rest on, or what decides under a profile', async ({
  expect: x,
}) => {
  const selection = ['list', '--requirements', '--scenario=cycles/self'];
  const { stdout } = await run(...selection);
  x(stdout).toContain(
    'adr-016/rule-8 ADR-016, Decision, Cycle detection (definition), 2 checks\n  Each chain keeps the set of URLs',
  );
  const { stdout: json } = await run(...selection, '--profile=fetch', '--json');
  x(JSON.parse(json)).toMatchObject({ 'fetch/twenty-redirects': { authority: 'fetch', checks: 1 } });
  x(json).not.toContain('adr-016/rule-8');
});

describe.concurrent('explain', () => {
  // Each file is named after the command that prints it; `vitest -u` updates them.
  test.for([
    ['cycles/cookie-probe', 'explain-cycles-cookie-probe.txt'],
    ['chain-limits/limit-3-chain-4', 'explain-chain-limits-limit-3-chain-4.txt'],
    ['method-matrix/303-head#request@target', 'explain-method-matrix-303-head-request-target.txt'],
  ] as const)('%s', async ([id, golden], { expect: x }) => {
    const { code, stdout } = await run('explain', id);
    x(code).toBe(0);
    await x(stdout).toMatchFileSnapshot(join('golden', golden));
  });

  test('takes a glob that matches one scenario', async ({ expect: x }) => {
    x(await run('explain', 'cycles/self-p*')).toEqual(await run('explain', 'cycles/self-post'));
  });
});

describe.concurrent('one line on stderr and the exit code 2 for', () => {
  test.for<[what: string, args: readonly string[], line: RegExp]>([
    ['a list of an unknown suite', ['list', '--suite=cycels'], /--suite=cycels: matches nothing/],
    ['a list of unknown scenarios', ['list', '--scenario=self'], /--scenario=self: matches nothing/],
    ['a list with an argument', ['list', 'cycles'], /too many arguments/],
    ['a list with an unknown flag', ['list', '--colour'], /unknown option '--colour'/],
    ['a list with an option of a run', ['list', '--client=got'], /list takes no --client/],
    ['an explanation with an option of a run', ['--client=got', 'explain', 'cycles/self'], /explain takes no --client/],
    [
      'an explanation under an unknown profile',
      ['explain', 'cycles/self', '--profile=fecth'],
      /--profile=fecth: no such profile/,
    ],
    ['a list as a site and as JSON', ['list', '--site=x', '--json'], /option '--site <dir>' cannot be used with option '--json'/],
    [
      'a site in a folder of something else',
      ['list', '--suite=cycles', '--site=/usr'],
      /--site=\/usr: cannot be written: it has something else in it: \w+; choose another folder/,
    ],
    [
      'a site in place of a file',
      ['list', '--suite=cycles', `--site=${import.meta.filename}`],
      /cannot be written: it is not a folder; choose another folder/,
    ],
    ['two lists at once', ['list', '--facts', '--requirements'], /option '--requirements' cannot be used with option '--facts'/],
    ['a list of scenarios under a profile', ['list', '--profile=fetch'], /list takes --profile only with --requirements/],
    ['an explanation of nothing', ['explain'], /missing required argument 'id'/],
    [
      'an explanation of an unknown scenario',
      ['explain', 'cycels/sefl'],
      /cycels\/sefl: no such scenario; nearest are cycles\/self/,
    ],
    [
      'an explanation of several scenarios',
      ['explain', 'cycles/self*'],
      /matches 2 scenarios; .* cycles\/self, cycles\/self-post/,
    ],
    [
      'an explanation of an unknown check',
      ['explain', 'cycles/self#request'],
      /cycles\/self has no such check; nearest are requests/,
    ],
  ])('%s', async ([, args, line], { expect: x }) => {
    const { code, stdout, stderr } = await run(...args);
    x(stderr).toMatch(line);
    x(stderr.trimEnd().split('\n')).toHaveLength(1);
    x({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
