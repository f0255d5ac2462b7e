import { describe, test } from 'vitest';
import type { Results } from '../suites/vocabulary/result.ts';
import { desk, plainAdapter } from './fixtures/command-line.ts';

/** Two scenarios of one suite that built-in fetch passes and a client that follows nothing fails. */
const FEW = '--scenario=method-matrix/30[18]-get';

const ids = (results: Results): readonly string[] => results.cells.map(({ scenario }) => scenario);

describe.concurrent('the exit code is', () => {
  test('0 where everything is as expected', async ({ expect: x }) => {
    await using user = await desk({ 'client.ts': plainAdapter('plain') });
    x(await user.run('--client=./client.ts', FEW)).toMatchObject({ code: 0, stderr: '' });
    x(await user.written()).toEqual(x.arrayContaining(['index.html', 'results.json']));
    x(ids(await user.results())).toEqual(['method-matrix/301-get', 'method-matrix/308-get']);
  });

  test('1 where a must is missed, and the check and the finding are told', async ({ expect: x }) => {
    await using user = await desk({ 'client.ts': plainAdapter('stays', 'manual') });
    const { code, stdout } = await user.run('--client=./client.ts', FEW);
    x(code).toBe(1);
    x(stdout).toMatch(/stays\s+method-matrix\/301-get#followed: returned 301 \(fail under fetch, and no known deviation\)/);
  });

  test('0 where what is missed is known, by the list that lies in the folder', async ({ expect: x }) => {
    const known = (finding: string): object => ({
      'method-matrix/301-get#followed': { finding, reason: 'it never follows' },
    });
    const list = (finding: string): string =>
      JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients: { stays: known(finding) } });
    await using user = await desk({
      'client.ts': plainAdapter('stays', 'manual'),
      'redirect-conformance.known.json': list('returned 301'),
      'other.json': list('returned 200'),
    });
    const one = ['--client=./client.ts', '--scenario=method-matrix/301-get'];
    x(await user.run(...one)).toMatchObject({ code: 0 });
    const otherwise = await user.run(...one, '--known=other.json');
    x(otherwise).toMatchObject({ code: 1 });
    x(otherwise.stdout).toContain('method-matrix/301-get#followed: returned 301 (known to deviate as: returned 200)');
  });

  test('1 where a known deviation is gone, or an entry of the list matches no check', async ({ expect: x }) => {
    const entry = { finding: 'returned 301', reason: 'once' };
    const clients = { plain: { 'method-matrix/301-get#followed': entry, 'method-matrix/301-get#nothing': entry } };
    await using user = await desk({
      'client.ts': plainAdapter('plain'),
      'known.json': JSON.stringify({ version: 1, profile: 'fetch', failOn: 'must', clients }),
    });
    const { code, stdout } = await user.run('--client=./client.ts', FEW, '--known=known.json');
    x(code).toBe(1);
    x(stdout).toContain('is a known deviation (returned 301), and is now pass: remove the entry');
    x(stdout).toContain('method-matrix/301-get#nothing matches no check; remove it');
  });

  test('2 where an adapter is broken, even if another client misses a must', async ({ expect: x }) => {
    await using user = await desk({
      'broken.ts': "export default { name: 'broken', version: '1', async send() {} };",
      'stays.ts': plainAdapter('stays', 'manual'),
    });
    const { code, stdout } = await user.run('--client=./broken.ts,./stays.ts', '--scenario=method-matrix/301-get');
    x(code).toBe(2);
    x(stdout).toContain('the adapter answered with nonsense');
    x(stdout).toContain('method-matrix/301-get#followed: returned 301');
  });

  test('0 or 1, as --fail-on says, where only a should is missed', async ({ expect: x }) => {
    await using user = await desk({ 'client.ts': plainAdapter('plain') });
    const run = (level: string): Promise<{ code: number }> =>
      user.run('--client=./client.ts', '--scenario=cross-host-auth/host-302', '--profile=rfc9110', `--fail-on=${level}`);
    x(await run('must')).toMatchObject({ code: 0 });
    x(await run('should')).toMatchObject({ code: 1 });
  });
});

describe.concurrent('one line on stderr, the exit code 2 and no output is all that comes of', () => {
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
    'boasting.ts': 'export default { name: "any", version: "1", send() {}, capabilities: ["teleport"] };',
    'ending.ts': 'process.exit(3);',
    'profile.json': JSON.stringify({ name: 'house', title: 'House', authorities: ['nobody'] }),
    'known.json': JSON.stringify({ version: 2 }),
    'ambiguous.json': ambiguous,
  };

  test.for<[what: string, args: readonly string[], line: RegExp]>([
    ['an unknown client', ['--client=nobody'], /--client=nobody: no such client; there are .*got/],
    ['a client file that does not exist', ['--client=./nobody.ts'], /--client=\.\/nobody\.ts: no such file/],
    ['a TypeScript client that does not parse', ['--client=./unparsable.ts'], /cannot load .*unparsable\.ts: /],
    ['a JavaScript client that does not parse', ['--client=./unparsable.js'], /cannot load .*unparsable\.js: /],
    ['a client file without a default export', ['--client=./without-default.ts'], /without-default\.ts has no default export/],
    ['a client without send', ['--client=./without-send.ts'], /without-send\.ts has no function `send`/],
    ['a client without a name', ['--client=./without-name.ts'], /without-name\.ts needs `name` and `version`/],
    ['a client with a capability that nobody knows', ['--client=./boasting.ts'], /teleport/],
    ['a client file that ends its process', ['--client=./ending.ts'], /--client=\.\/ending\.ts: .*process exited with code 3/],
    ['a program that does not exist', ['--client=exec:no-such-program'], /cannot start no-such-program/],
    ['a program that says nothing', ['--client=exec:true'], /--client=exec:true: .*process exited with code 0/],
    ['two clients of one name', ['--client=./client.ts,./twin.ts'], /two clients call themselves plain/],
    ['an unknown profile', ['--profile=nobody'], /--profile=nobody: no such profile, and no such file; there are fetch, /],
    ['a profile file that is not valid', ['--profile=profile.json'], /profile\.json is no valid profile: /],
    ['an unknown suite', ['--suite=cycels'], /--suite=cycels: matches nothing/],
    [
      'a pattern that matches no scenario',
      ['--scenario=cycles/*', '--scenario=cycels/*'],
      /--scenario=cycels\/\*: matches nothing/,
    ],
    ['a selection that leaves nothing', ['--suite=cycles', '--scenario=chain-limits/*'], /nothing is selected/],
    ['an unknown transport', ['--transport=pigeon'], /--transport=pigeon: expected wire or msw/],
    ['a shard beyond the last', ['--shard=4/3'], /--shard=4\/3: expected a part and a number of parts/],
    ['a shard that is none', ['--shard=first'], /--shard=first: expected a part and a number of parts/],
    ['an unknown level', ['--fail-on=may'], /--fail-on.*may.*must, should/],
    ['an unknown flag', ['--colour'], /unknown option '--colour'/],
    ['a flag of vitest that would falsify the run', ['--retry=3'], /unknown option '--retry/],
    ['a word that is no command', ['everything'], /everything/],
    ['a list of known deviations that does not exist', ['--client=got', '--known=nobody.json'], /nobody\.json: no such file/],
    ['a list of known deviations that is not valid', ['--client=got', '--known=known.json'], /known\.json is no valid list/],
    [
      'two globs for one check',
      ['--client=./client.ts', '--known=ambiguous.json'],
      /cycles\/\* and \*\/self#\* both match cycles\/self#/,
    ],
    ['a pattern for -t that matches no test', ['--client=./client.ts', FEW, '-t', 'nomatch'], /nothing ran: no test matches -t/],
  ])('%s', async ([, args, line], { expect: x }) => {
    await using user = await desk(files);
    const { code, stderr } = await user.run(...args);
    x(stderr).toMatch(line);
    x(stderr.trimEnd().split('\n')).toHaveLength(1);
    x(stderr).not.toMatch(/^\s+at /m);
    x({ code, written: await user.written() }).toEqual({ code: 2, written: [] });
  });
});

test.concurrent('a selection takes what all of its parts match', async ({ expect: x }) => {
  await using user = await desk({ 'client.ts': plainAdapter('plain') });
  const { code } = await user.run(
    '--client=./client.ts',
    '--suite=c*',
    '--suite=missing-*',
    '--scenario=*/30?-{get,head},cycles/self',
  );
  x(code).toBe(0);
  const chosen = ids(await user.results());
  x(chosen).toEqual(x.arrayContaining(['cycles/self', 'missing-location/301-get', 'missing-location/308-head']));
  x(chosen.filter((id) => !/^missing-location\/30\d-(get|head)$|^cycles\/self$/.test(id))).toEqual([]);
});

test.concurrent('an adapter may be JavaScript, CommonJS, and TypeScript with enums or with imports that have no extension', async ({
  expect: x,
}) => {
  await using user = await desk({
    'javascript.js': plainAdapter('javascript'),
    'common.cjs': plainAdapter('common').replace('export default', 'module.exports ='),
    'enum.ts': `enum Kind { Name = 'enum' }\n${plainAdapter('enum').replace("name: 'enum'", 'name: Kind.Name')}`,
    'importing.ts': "import client from './inner';\nexport default client;\n",
    'inner.ts': plainAdapter('importing'),
  });
  const clients = './javascript.js,./common.cjs,./enum.ts,./importing.ts';
  x(await user.run(`--client=${clients}`, '--scenario=method-matrix/301-get')).toMatchObject({ code: 0, stderr: '' });
  const { columns } = await user.results();
  x(columns.map(({ id, version, transport }) => `${id} ${version} ${transport}`).toSorted()).toEqual([
    'common 1 wire',
    'enum 1 wire',
    'importing 1 wire',
    'javascript 1 wire',
  ]);
});

test.concurrent('a house rule book in a file gates the run, and has verdicts beside the others', async ({ expect: x }) => {
  const rulings = [
    { authority: 'fetch', level: 'must', expect: { oneOf: ['returned 301'] }, requirement: 'fetch/follows-by-default' },
  ];
  const house = {
    name: 'house',
    title: 'House',
    authorities: ['common'],
    overrulings: { 'method-matrix/301-get#followed': { rulings, reason: 'we follow nothing' } },
  };
  await using user = await desk({
    'stays.ts': plainAdapter('stays', 'manual'),
    'plain.ts': plainAdapter('plain'),
    'house.json': JSON.stringify(house),
  });
  const { code } = await user.run('--client=./plain.ts,./stays.ts', '--scenario=method-matrix/301-get', '--profile=house.json');
  x(code).toBe(1);
  const { run, cells } = await user.results();
  x(run.profile).toBe('house');
  const verdicts = cells.map(({ column, checks }) => [column, checks['method-matrix/301-get#followed']?.verdicts]);
  x(Object.fromEntries(verdicts)).toMatchObject({
    plain: { house: 'fail', fetch: 'pass' },
    stays: { house: 'pass', fetch: 'fail' },
  });
});

test.concurrent('two runs differ in nothing but the moment they started', async ({ expect: x }) => {
  const run = async (): Promise<Results> => {
    await using user = await desk();
    await user.run('--client=node/fetch', '--suite=s3-error-bodies');
    return user.results();
  };
  const [first, second] = await Promise.all([run(), run()]);
  x(first.cells.length).toBeGreaterThan(5);
  x({ ...second, run: { ...second.run, startedAt: first.run.startedAt } }).toStrictEqual(first);
});

test.concurrent('--help tells of every flag, and runs nothing', async ({ expect: x }) => {
  await using user = await desk();
  const { code, stdout, stderr } = await user.run('--help');
  x({ code, stderr, written: await user.written() }).toEqual({ code: 0, stderr: '', written: [] });
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
