import { describe, test } from 'vitest';
import { plainAdapter, userFolder } from '../../fixtures/command-line.ts';

/** Follows by hand with all fields, as blogs recommend it. */
const leakyAdapter = `
export default {
  name: 'leaky',
  version: '1',
  follows: true,
  async send(request, { signal }) {
    for (let { url, method, headers, body } = request; ; method = 'GET', body = undefined) {
      const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
      const location = response.headers.get('location');
      if (location === null) return { status: response.status, headers: [...response.headers], body: new Uint8Array(await response.arrayBuffer()) };
      url = new URL(location, url).href;
    }
  },
};
`;

const folderOfThree = () =>
  userFolder({
    'plain.ts': plainAdapter('plain'),
    'manual.ts': plainAdapter('manual', 'manual'),
    'leaky.ts': leakyAdapter,
    'report.json': '{"a":"ü"}',
  });

const asked = [
  'ask',
  '--from=https://reports.example.io/r',
  '--to=https://reports.example.com/r',
  '--method=POST',
  '--body=@report.json',
  '--header=Authorization: Bearer my-secret',
];

describe.concurrent('ask', () => {
  test('shows what each client does with a redirect at its real URLs, and says it in a sentence', async ({ expect: x }) => {
    await using folder = await folderOfThree();
    const { code, stdout, stderr } = await folder.run(
      ...asked,
      '--status=302,308',
      '--clients=./plain.ts,./manual.ts,./leaky.ts',
    );
    x({ code, stderr }).toEqual({ code: 0, stderr: '' });
    x(stdout).toBe(`POST https://reports.example.io/r → https://reports.example.com/r

status  client  arrived  request at the target  fields of the caller there  requests  the caller gets

302     plain   yes      GET, no body                                       2         200
302     manual  no                                                          1         302
302     leaky   yes      GET, no body           authorization               2         200

308     plain   yes      POST, same body                                    2         200
308     manual  no                                                          1         308
308     leaky   yes      GET, no body           authorization               2         200

302: plain and leaky turn it into GET without the body, and the caller gets 200; manual does not follow, and the caller gets the 302; leaky also sends Authorization to the new host.
308: plain delivers the body; manual does not follow, and the caller gets the 308; leaky turns it into GET without the body, and the caller gets 200; leaky also sends Authorization to the new host.
`);
    x(await folder.written()).toEqual([]);
  });

  test('names the clients that cannot make the call, apart from the others', async ({ expect: x }) => {
    await using folder = await userFolder({
      'plain.ts': plainAdapter('plain'),
      'report.json': '{}',
      'reader.ts': plainAdapter('reader').replace('version:', "methods: ['GET'], version:"),
    });
    const options = [...asked, '--status=307'];
    const { stdout } = await folder.run(...options, '--client=./plain.ts,./reader.ts');
    x(stdout).not.toMatch(/^307 +reader/m);
    x(stdout).toContain('307: plain delivers the body.\nNot asked: reader (the client cannot send POST).\n');
    const markdown = await folder.run(...options, '--client=./reader.ts', '--format=markdown');
    x(markdown.stdout).toContain('- 307: no client was asked.\n- Not asked: reader (the client cannot send POST).\n');
    const json = await folder.run(...options, '--client=./reader.ts', '--format=json');
    x(JSON.parse(json.stdout)).toMatchObject([
      { answers: [], notAsked: [{ client: 'reader', because: 'the client cannot send POST' }] },
    ]);
  });

  test('as JSON and as Markdown says the same, and no value of a field', async ({ expect: x }) => {
    await using folder = await folderOfThree();
    const options = ['--status=307', '--client=./plain.ts'];
    const json = await folder.run(...asked, ...options, '--format=json');
    x(JSON.parse(json.stdout)).toEqual([
      {
        title: '307 POST https://reports.example.io/r → https://reports.example.com/r',
        method: 'POST',
        status: '307',
        path: ['https://reports.example.io/r', 'https://reports.example.com/r'],
        relation: 'other host',
        sentence: '307: plain delivers the body.',
        answers: [
          { client: 'plain', arrived: true, request: 'POST, same body', fields: [], requests: 2, outcome: 'returned 200' },
        ],
      },
    ]);
    const markdown = await folder.run(...asked, ...options, '--format=markdown');
    x(markdown.stdout).toContain('| 307    | plain  | yes     | POST, same body       |');
    x(json.stdout + markdown.stdout).not.toContain('my-secret');
  });

  test('answers for the scenarios of a file', async ({ expect: x }) => {
    const routes = {
      '{https://a.example}/docs': { status: 301, location: '/docs/' },
      '{https://a.example}/docs/': { status: 200 },
    };
    const scenario = {
      id: 'house/slash',
      title: 'Slash',
      routes,
      calls: [{ method: 'GET', url: '{https://a.example}/docs' }],
      checks: [],
    };
    await using folder = await userFolder({
      'plain.ts': plainAdapter('plain'),
      'house.json': JSON.stringify({ id: 'house', scenarios: [scenario] }),
    });
    const { code, stdout } = await folder.run('ask', '--scenarios=house.json', '--client=./plain.ts');
    x({ code, stdout }).toMatchObject({
      code: 0,
      stdout: x.stringContaining('GET https://a.example/docs → https://a.example/docs/'),
    });
    x(stdout).toContain('301: plain arrives with GET.');
  });

  test('is refused in one line without a redirect to ask for', async ({ expect: x }) => {
    await using folder = await userFolder({});
    x(await folder.run('ask', '--from=https://a.example/')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redirect-conformance: ask needs --from=<url> and --to=<url>, or --scenarios=<files>\n',
    });
  });
});
