import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Results } from '../../suites/vocabulary/result.ts';
import { plainAdapter, type UserFolder, userFolder } from '../fixtures/command-line.ts';
import { planDebugging } from './debug/plan-debugging.ts';
import { optionsWithConfig } from './options-with-config.ts';
import type { CommandLineOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Two scenarios of one suite that built-in fetch passes and a client that follows nothing fails. */
const FEW = '--scenario=method-matrix/30[18]-get';

const ids = (results: Results): readonly string[] => results.cells.map(({ scenario }) => scenario);

describe.concurrent('the exit code is', () => {
  test('0 where everything is as expected', async ({ expect: x }) => {
    await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
    x(await folder.run('--client=./client.ts', FEW)).toMatchObject({ code: 0, stderr: '' });
    x(await folder.written()).toEqual(x.arrayContaining(['index.html', 'results.json']));
    x(ids(await folder.results())).toEqual(['method-matrix/301-get', 'method-matrix/308-get']);
  });

  test('1 where a must is missed, and the output has the check and the finding', async ({ expect: x }) => {
    await using folder = await userFolder({ 'client.ts': plainAdapter('manual', 'manual') });
    const { code, stdout } = await folder.run('--client=./client.ts', FEW);
    x(code).toBe(1);
    x(stdout).toMatch(/manual\s+method-matrix\/301-get#followed: returned 301 \(fail under fetch, and not a known deviation\)/);
  });

  test('0 where the deviation is known, by the list in the folder', async ({ expect: x }) => {
    const known = (finding: string): object => ({
      'method-matrix/301-get#followed': { finding, reason: 'it never follows' },
    });
    const list = (finding: string): string =>
      JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients: { manual: known(finding) } });
    await using folder = await userFolder({
      'client.ts': plainAdapter('manual', 'manual'),
      'redirect-conformance.known.json': list('returned 301'),
      'other.json': list('returned 200'),
    });
    const one = ['--client=./client.ts', '--scenario=method-matrix/301-get'];
    x(await folder.run(...one)).toMatchObject({ code: 0 });
    const otherwise = await folder.run(...one, '--known=other.json');
    x(otherwise).toMatchObject({ code: 1 });
    x(otherwise.stdout).toContain('method-matrix/301-get#followed: returned 301 (its known deviation is: returned 200)');
  });

  test('1 where a known deviation no longer occurs, or an entry of the list matches no check', async ({ expect: x }) => {
    const entry = { finding: 'returned 301', reason: 'once' };
    const clients = { plain: { 'method-matrix/301-get#followed': entry, 'method-matrix/301-get#nothing': entry } };
    await using folder = await userFolder({
      'client.ts': plainAdapter('plain'),
      'known.json': JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients }),
    });
    const { code, stdout } = await folder.run('--client=./client.ts', FEW, '--known=known.json');
    x(code).toBe(1);
    x(stdout).toContain('is a known deviation (returned 301), and is now pass: remove the entry');
    x(stdout).toContain('method-matrix/301-get#nothing: matches no check: remove the entry');
  });

  test('2 where an adapter is broken, even if another client misses a must', async ({ expect: x }) => {
    await using folder = await userFolder({
      'broken.ts': "export default { name: 'broken', version: '1', async send() {} };",
      'manual.ts': plainAdapter('manual', 'manual'),
    });
    const { code, stdout } = await folder.run('--client=./broken.ts,./manual.ts', '--scenario=method-matrix/301-get');
    x(code).toBe(2);
    x(stdout).toContain('invalid message from the adapter');
    x(stdout).toContain('method-matrix/301-get#followed: returned 301');
  });

  test('0 or 1, according to --fail-on, where only a should is missed', async ({ expect: x }) => {
    await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
    const run = (level: string): Promise<{ code: number }> =>
      folder.run(
        '--client=./client.ts',
        '--scenario=request-bodies/301-post-content-fields',
        '--profile=rfc9110',
        `--fail-on=${level}`,
      );
    x(await run('must')).toMatchObject({ code: 0 });
    x(await run('should')).toMatchObject({ code: 1 });
  });
});

/** What is wrong in what a user gives: no client is run. */
type Mistake = readonly [what: string, args: readonly string[], line: RegExp];

const ambiguous = JSON.stringify({
  version: 1,
  profile: 'fetch',
  failOn: 'must',
  clients: { plain: { 'cycles/*': { finding: 'x', reason: 'y' }, '*/self#*': { finding: 'x', reason: 'y' } } },
});

const files = {
  'client.ts': plainAdapter('plain'),
  'twin.ts': plainAdapter('plain'),
  'unparsable.ts': 'export default {',
  'unparsable.js': 'export default {',
  'without-default.ts': 'export const client = {};',
  'without-send.ts': 'export default { name: "any", version: "1" };',
  'without-name.ts': 'export default { send() {} };',
  'overclaiming.ts': 'export default { name: "any", version: "1", send() {}, capabilities: ["teleport"] };',
  'ending.ts': 'process.exit(3);',
  'profile.json': JSON.stringify({ name: 'custom', title: 'Custom', authorities: ['unknown'] }),
  'known.json': JSON.stringify({ version: 2 }),
  'ambiguous.json': ambiguous,
  'stranger.json': ambiguous.replace('plain', 'stranger').replace('*/self#*', 'chain-limits/*'),
  'broken.config.ts': 'export default {',
  'empty.config.ts': 'export const x = 1;',
  'wrong.config.ts': 'export default { client: "./client.ts" };',
};

/** What the command line says against arguments before anything is run. */
async function refusalOf(args: readonly string[]): Promise<string> {
  let printed = '';
  const program = (await createProgram(args))
    .configureOutput({ writeErr: (text) => (printed += text) })
    .action(async (options: CommandLineOptions) => {
      planDebugging(await planRun(await optionsWithConfig(options)), options);
    });
  const error: unknown = await program.parseAsync(args, { from: 'user' }).catch((reason: unknown) => reason);
  return error instanceof UsageError ? error.message : printed;
}

describe('a run is refused in one line for', () => {
  let folder: UserFolder;

  beforeAll(async () => {
    folder = await userFolder(files);
    vi.stubEnv('INIT_CWD', folder.path);
    return () => {
      vi.unstubAllEnvs();
      return folder[Symbol.asyncDispose]();
    };
  });

  test.for<Mistake>([
    ['a client file that does not exist', ['--client=./missing.ts'], /--client=\.\/missing\.ts: no such file/],
    ['a TypeScript client that does not parse', ['--client=./unparsable.ts'], /cannot load .*unparsable\.ts: /],
    ['a JavaScript client that does not parse', ['--client=./unparsable.js'], /cannot load .*unparsable\.js: /],
    ['a client file without a default export', ['--client=./without-default.ts'], /without-default\.ts has no default export/],
    ['a client without send', ['--client=./without-send.ts'], /without-send\.ts has no function `send`/],
    ['a client without a name', ['--client=./without-name.ts'], /without-name\.ts needs `name` and `version`/],
    ['a client with an unknown capability', ['--client=./overclaiming.ts'], /teleport/],
    ['a program that does not exist', ['--client=exec:no-such-program'], /cannot start no-such-program/],
    ['a program without output', ['--client=exec:true'], /--client=exec:true: .*process exited with code 0/],
    ['two clients with the same name', ['--client=./client.ts,./twin.ts'], /two clients have the name plain; rename one of them/],
    ['a client without a name', ['--client='], /option '--client <names>' argument '' is invalid. It has no value/],
    [
      'known deviations of a client that does not run',
      ['--client=./client.ts', '--known=stranger.json'],
      /stranger\.json: no column is named stranger; this run has plain/,
    ],
    ['a configuration that does not exist', ['--config=missing.ts'], /--config=missing\.ts: no such file/],
    ['a configuration without a default export', ['--config=empty.config.ts'], /empty\.config\.ts has no default export/],
    ['a configuration with an unknown member', ['--config=wrong.config.ts'], /wrong\.config\.ts is not a valid config.*client/],
    ['a --bail that is not a number', ['--bail=few'], /--bail.*few.*Expected a number from 1/],
    [
      'an unknown reporter',
      ['--reporter=juint'],
      /--reporter=juint: no such reporter; available: json, compact, html, site, junit/,
    ],
    ['an output that is a file', ['--client=./client.ts', '--output=client.ts'], /cannot write .*client\.ts.*: EEXIST/],
    ['a report for two', ['--client=./client.ts', '--reporter=json:a', '--reporter=junit:a'], /two reporters write to .*a; name/],
    ['an unknown profile', ['--profile=unknown'], /--profile=unknown: no such profile, and no such file; available: fetch, /],
    ['a profile file that is not valid', ['--profile=profile.json'], /profile\.json is not a valid profile: /],
    ['an unknown suite', ['--suite=cycels'], /--suite=cycels: matches nothing/],
    [
      'a pattern that matches no scenario',
      ['--scenario=cycles/*', '--scenario=cycels/*'],
      /--scenario=cycels\/\*: matches nothing/,
    ],
    ['a selection that leaves nothing', ['--suite=cycles', '--scenario=chain-limits/*'], /nothing is selected/],
    ['an unknown transport', ['--transport=pigeon'], /--transport=pigeon: expected wire or msw/],
    ['a shard beyond the last', ['--shard=4/3'], /--shard=4\/3: expected a part and a number of parts/],
    ['a shard that is not a number', ['--shard=first'], /--shard=first: expected a part and a number of parts/],
    ['an unknown level', ['--fail-on=may'], /--fail-on.*may.*must, should/],
    ['a flag of vitest that would change the results', ['--retry=3'], /unknown option '--retry/],
    ['a list of known deviations that does not exist', ['--client=got', '--known=missing.json'], /missing\.json: no such file/],
    ['a list of known deviations that is not valid', ['--client=got', '--known=known.json'], /known\.json is not a valid list/],
    [
      'two globs for one check',
      ['--client=./client.ts', '--known=ambiguous.json'],
      /known deviations: cycles\/\* and \*\/self#\* both match cycles\/self#/,
    ],
    ['no worker', ['--maxWorkers=0'], /--maxWorkers.*'0'.*Expected a number from 1/],
    ['a pattern for -t that is not valid', ['-t', '('], /--testNamePattern.*Invalid regular expression/],
    [
      'a debugger in several columns',
      ['--client=undici', '--inspect-brk'],
      /--inspect-brk: one client .*undici\/fetch, undici\/request/,
    ],
    ['a debugger at no address', ['--client=got', '--inspect=nowhere'], /--inspect=nowhere: expected a port/],
  ])('%s', async ([, args, line]) => {
    const refusal = await refusalOf(args);
    expect(refusal).toMatch(line);
    expect(refusal.trimEnd().split('\n')).toHaveLength(1);
    expect(await folder.written()).toEqual([]);
  });
});

describe.concurrent('one line on stderr, the exit code 2 and no other output for', () => {
  test.for<Mistake>([
    ['an unknown client', ['--client=unknown'], /--client=unknown: no such client; available: .*got/],
    ['a client file that ends its process', ['--client=./ending.ts'], /--client=\.\/ending\.ts: .*process exited with code 3/],
    ['a configuration that does not parse', ['--config=broken.config.ts'], /cannot load .*broken\.config\.ts: /],
    [
      'an output in /proc',
      ['--client=./client.ts', '--output=/proc/report'],
      /cannot write \/proc\/report\/results\.json: ENOENT/,
    ],
    [
      'a report that is a folder',
      ['--client=./client.ts', '--reporter=json:.'],
      /cannot write .*: it is a folder; choose another/,
    ],
    ['a report on a full device', ['--client=./client.ts', '--reporter=json:/dev/full'], /\/dev\/full: it is not a regular file/],
    ['an unknown flag', ['--colour'], /unknown option '--colour'/],
    ['a word that is not a command', ['everything'], /everything/],
    [
      'a log that cannot be written',
      ['--client=got', '--protocol-log=none/log'],
      /--protocol-log=.*none\/log: cannot be written/,
    ],
    ['a pattern for -t that matches no test', ['--client=./client.ts', FEW, '-t', 'nomatch'], /nothing ran: no test matches -t/],
  ])('%s', async ([, args, line], { expect: x }) => {
    await using folder = await userFolder(files);
    const { code, stderr } = await folder.run(...args);
    x(stderr).toMatch(line);
    x(stderr.trimEnd().split('\n')).toHaveLength(1);
    x(stderr).not.toMatch(/^\s+at /m);
    x({ code, written: await folder.written() }).toEqual({ code: 2, written: [] });
  });
});

test.concurrent('--output names the folder of the report, and the default one is not written', async ({ expect: x }) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
  x(await folder.run('--client=./client.ts', FEW, '--output=elsewhere')).toMatchObject({ code: 0, stderr: '' });
  x(await folder.written('elsewhere')).toEqual(x.arrayContaining(['index.html', 'results.json']));
  x(await folder.written()).toEqual([]);
});

test.concurrent('--reporter adds reports and leaves some out, and a configuration names them relative to itself', async ({
  expect: x,
}) => {
  await using folder = await userFolder({
    'client.ts': plainAdapter('plain'),
    'redirect-conformance.config.json': JSON.stringify({
      clients: ['./client.ts'],
      reporters: ['no-terminal', 'badge:badge.json'],
    }),
  });
  x(await folder.run(FEW)).toEqual({ code: 0, stdout: '4 passed, 0 failed\n', stderr: '' });
  x(JSON.parse(await folder.read('badge.json'))).toMatchObject({ message: 'as expected' });
  await folder.run(FEW, '--reporter=junit', '--reporter=no-html');
  x(await folder.written()).toEqual(x.arrayContaining(['junit.xml', 'results.json']));
});

test.concurrent('a line says how a column ended where there is no terminal', async ({ expect: x }) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
  const { stdout } = await folder.run('--client=./client.ts', FEW);
  x(stdout).toMatch(/^plain: 2 scenarios in \d+ s, 0 unexpected\n/);
});

test.concurrent('--bail stops after so many unexpected results, and the results say so', async ({ expect: x }) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain', 'manual') });
  const { code, stdout } = await folder.run('--client=./client.ts', '--scenario=method-matrix/30[1278]-*', '--bail=2');
  x(code).toBe(1);
  x(stdout).toMatch(/2 failed, \d+ skipped/);
  const { run, unexpected } = await folder.results();
  x(run.partial).toBe('stopped early');
  x(unexpected).toHaveLength(2);
});

test.concurrent('--against fails for any finding that is not as before, also for a check that turned n/a', async ({
  expect: x,
}) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
  x(await folder.run('--client=./client.ts', FEW, '--output=before')).toMatchObject({ code: 0 });
  const against = '--against=before/results.json';
  x(await folder.run('--client=./client.ts', FEW, against)).toMatchObject({ code: 0 });
  await folder.write('client.ts', plainAdapter('plain', 'manual').replace('  follows: true,\n', ''));
  x(await folder.run('--client=./client.ts', FEW)).toMatchObject({ code: 0 });
  const { code, stdout } = await folder.run('--client=./client.ts', FEW, against);
  x(code).toBe(1);
  x(stdout).toMatch(/Changed findings: [1-9]/);
  x(await folder.run('--client=node/fetch', FEW, against)).toMatchObject({
    code: 2,
    stderr: 'redirect-conformance: --against=before/results.json: it has no results of node/fetch, only of plain\n',
  });
});

test.concurrent('a configuration says what runs, its paths are relative to it, and options take precedence', async ({
  expect: x,
}) => {
  const config = { clients: ['./client.ts'], profile: './house.json', failOn: 'should', output: 'out' };
  await using folder = await userFolder({
    'client.ts': plainAdapter('plain'),
    'house.json': JSON.stringify({ name: 'house', title: 'House', authorities: ['common', 'fetch'] }),
    'redirect-conformance.config.ts': `const name: string = 'house';\nexport default ${JSON.stringify(config)};`,
  });
  x(await folder.run(FEW)).toMatchObject({ code: 0, stderr: '' });
  x(await folder.written('out')).toContain('results.json');
  x(await folder.run(FEW, '--profile=strict')).toMatchObject({ code: 0, stdout: x.stringContaining('--profile=strict') });
});

test.concurrent('a selection takes the scenarios that all of its options match', async ({ expect: x }) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
  const { code } = await folder.run(
    '--client=./client.ts',
    '--suite=c*',
    '--suite=missing-*',
    '--scenario=*/30?-{get,head},cycles/self',
  );
  x(code).toBe(0);
  const chosen = ids(await folder.results());
  x(chosen).toEqual(x.arrayContaining(['cycles/self', 'missing-location/301-get', 'missing-location/308-head']));
  x(chosen.filter((id) => !/^missing-location\/30\d-(get|head)$|^cycles\/self$/.test(id))).toEqual([]);
});

test.concurrent('an adapter may be JavaScript, CommonJS, and TypeScript with enums or with imports that have no extension', async ({
  expect: x,
}) => {
  await using folder = await userFolder({
    'javascript.js': plainAdapter('javascript'),
    'common.cjs': plainAdapter('common').replace('export default', 'module.exports ='),
    'enum.ts': `enum Kind { Name = 'enum' }\n${plainAdapter('enum').replace("name: 'enum'", 'name: Kind.Name')}`,
    'importing.ts': "import client from './inner';\nexport default client;\n",
    'inner.ts': plainAdapter('importing'),
  });
  const clients = './javascript.js,./common.cjs,./enum.ts,./importing.ts';
  x(await folder.run(`--client=${clients}`, '--scenario=method-matrix/301-get')).toMatchObject({ code: 0, stderr: '' });
  const { columns } = await folder.results();
  x(columns.map(({ id, version, transport }) => `${id} ${version} ${transport}`).toSorted()).toEqual([
    'common 1 wire',
    'enum 1 wire',
    'importing 1 wire',
    'javascript 1 wire',
  ]);
});

test.concurrent('a profile in a file gates the run, and its verdicts are stored with those of the other profiles', async ({
  expect: x,
}) => {
  const requirement = {
    source: 'Our record 7',
    section: 'rule 1',
    statement: 'Nothing is followed.',
    url: 'https://wiki.example/7',
  };
  const rulings = [{ level: 'must', expect: { oneOf: ['returned 301'] }, requirement: 'house/rule-1' }];
  const custom = {
    name: 'custom',
    title: 'Custom',
    authorities: ['common'],
    requirements: { 'house/rule-1': requirement },
    overrulings: { 'method-matrix/301-get#followed': { rulings, reason: 'our client does not follow' } },
  };
  await using folder = await userFolder({
    'manual.ts': plainAdapter('manual', 'manual'),
    'plain.ts': plainAdapter('plain'),
    'custom.json': JSON.stringify(custom),
  });
  const { code, stdout } = await folder.run(
    '--client=./plain.ts,./manual.ts',
    '--scenario=method-matrix/301-get',
    '--profile=custom.json',
  );
  x(code).toBe(1);
  x(stdout).toContain('according to Our record 7, rule 1 https://wiki.example/7\n');
  const { run, cells, requirements } = await folder.results();
  x(run.profile).toBe('custom');
  x(requirements['house/rule-1']).toEqual({ authority: 'house', level: 'definition', ...requirement });
  const verdicts = cells.map(({ column, checks }) => [column, checks['method-matrix/301-get#followed']?.verdicts]);
  x(Object.fromEntries(verdicts)).toMatchObject({
    plain: { custom: 'fail', fetch: 'pass' },
    manual: { custom: 'pass', fetch: 'fail' },
  });
});

test.concurrent('a scenario that crashes its process after its call has settled is the one that fails, and can be a known deviation', async ({
  expect: x,
}) => {
  const late = plainAdapter('late').replace(
    'return {',
    "if (method === 'PUT') setTimeout(() => { throw new Error('too late'); }, 60);\n    return {",
  );
  const finding = 'crashed: uncaught exception';
  const clients = { late: { 'method-matrix/301-put#settled': { finding, reason: 'it throws in a timer' } } };
  await using folder = await userFolder({
    'late.ts': late,
    'known.json': JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients }),
  });
  const run = ['--client=./late.ts', '--scenario=method-matrix/301-*'];
  const { code, stdout } = await folder.run(...run);
  x(code).toBe(1);
  x(stdout).toContain(`method-matrix/301-put#settled: ${finding} (fail under fetch, and not a known deviation)`);
  x(stdout).toContain('Regressions: 1\n');
  const outcomes = async (): Promise<readonly string[]> =>
    (await folder.results()).cells.flatMap(({ scenario, observation }) =>
      observation?.outcomes.some(({ kind }) => kind === 'crashed') ? [scenario] : [],
    );
  x(await outcomes()).toEqual(['method-matrix/301-put']);
  x(await folder.run(...run, '--known=known.json')).toMatchObject({ code: 0 });
  x(await outcomes()).toEqual(['method-matrix/301-put']);
});

test.concurrent('a client that follows nothing by default gets one line, and no failure', async ({ expect: x }) => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('none', 'manual').replace('  follows: true,\n', '') });
  const { code, stdout } = await folder.run('--client=./client.ts', FEW);
  x(code).toBe(0);
  x(stdout.match(/none does not follow redirects by default/g)).toHaveLength(1);
});

test.concurrent('two runs differ only in the time at which they started', async ({ expect: x }) => {
  const run = async (): Promise<Results> => {
    await using folder = await userFolder();
    await folder.run('--client=node/fetch', '--suite=s3-error-bodies');
    return folder.results();
  };
  const [first, second] = await Promise.all([run(), run()]);
  x(first.cells.length).toBeGreaterThan(5);
  x({ ...second, run: { ...second.run, startedAt: first.run.startedAt } }).toStrictEqual(first);
});

test.concurrent('--help shows every flag, and runs nothing', async ({ expect: x }) => {
  await using folder = await userFolder();
  const { code, stdout, stderr } = await folder.run('--help');
  x({ code, stderr, written: await folder.written() }).toEqual({ code: 0, stderr: '', written: [] });
  for (const flag of [
    '--client',
    '--profile',
    '--transport',
    '--suite',
    '--scenario',
    '--shard',
    '--known',
    '--fail-on',
    '--output',
  ])
    x(stdout).toContain(flag);
});
