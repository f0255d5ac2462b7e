import { spawnSync } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Observation } from '../../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { suites } from '../../../suites/index.ts';
import { languageClients, type LanguageClient } from '../../clients/languages.ts';
import { startProcess } from '../../drivers/process-driver.ts';
import { authority, contextFor } from '../../fixtures/clients.ts';
import { root } from '../../installation.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import { runScenario } from '../../run/run-scenario.ts';
import { findLanguage } from './find-language.ts';
import { languageColumns } from './language-columns.ts';
import { mappedCommand, mappingLibrary } from './mapping-library.ts';

const library = await mappingLibrary();
const [curl] = languageClients;
const found = await Promise.all(
  languageClients.map(async ({ id, ...client }) => ({ id, command: (await findLanguage({ id, ...client }))[0] })),
);
const hasCurl = found.some(({ id, command }) => id === 'curl' && command !== undefined);

/** A client whose program does not exist. */
const absent: LanguageClient = {
  id: 'cobol/http',
  programs: ['no-such-program'],
  probe: ['--version'],
  start: (program) => [program],
  packages: ['gnucobol'],
  listed: '1',
};

test('a client that is not installed has no column, and one line says what brings it', async () => {
  expect(await languageColumns([absent], startProcess)).toEqual({
    columns: [],
    skipped: ['cobol/http is not installed; on Debian: apt-get install gnucobol'],
  });
});

test.skipIf(!hasCurl)('a client in another version than the listed one gates nothing, and runs if it is named', async () => {
  const other: LanguageClient = { ...curl!, listed: '1.0' };
  const gating = await languageColumns([other], startProcess, { gating: true });
  expect(gating.columns).toEqual([]);
  expect(gating.skipped).toEqual([
    expect.stringMatching(/^curl is skipped: it is [\d.]+, and its known deviations are for 1\.0$/),
  ]);
  expect((await languageColumns([other], startProcess)).columns).toMatchObject([{ id: 'curl', bundled: false }]);
});

test('where clients of other languages are required, a run without one ends with one line', () => {
  const env = { PATH: '/no/such/folder', LANGUAGES: 'required' };
  const args = [join(root, 'harness/cli/main.ts'), '--suite=cycles'];
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: root, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toBe('redirect-conformance: LANGUAGES=required: curl is not installed; on Debian: apt-get install curl\n');
});

/** A driver that maps and refuses nothing itself; its client is http.client of Python. */
const bareDriver = `
import http.client, json, sys, urllib.parse
def say(message): print(json.dumps(message), flush=True)
def call(url):
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request('GET', parts._replace(scheme='', netloc='').geturl())
    answer = connection.getresponse()
    target = answer.headers.get('Location')
    return call(urllib.parse.urljoin(url, target)) if target else answer.status
for line in sys.stdin:
    message = json.loads(line)
    if 'hello' in message: say({'ready': {'protocol': 1, 'name': 'bare', 'version': '1', 'runtime': 'python', 'capabilities': []}})
    if 'open' in message: say({'opened': message['open']['scenario']})
    if 'close' in message: say({'closed': message['close']['scenario']})
    if 'send' in message:
        sent = message['send']
        try: say({'id': sent['id'], 'response': {'status': call(sent['request']['url']), 'headers': [], 'body': {'base64': ''}}})
        except OSError as error: say({'id': sent['id'], 'error': {'name': type(error).__name__, 'message': str(error)}})
`;

const scenarioNamed = (id: string): (typeof suites)[number]['scenarios'][number] =>
  suites.flatMap(({ scenarios }) => scenarios).find((each) => each.id === id)!;

test.skipIf(library === undefined)(
  'below a program without any mapping, addresses are mapped, refused and reported',
  async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'mapped-'));
    const file = join(folder.path, 'bare.py');
    await writeFile(file, bareDriver);
    using client = new ClientUnderTest(mappedCommand(library!, ['/usr/bin/python3', file]), { ca: authority.certificate });
    const reached = await runScenario(scenarioNamed('method-matrix/302-get'), contextFor(client));
    expect(reached.observation?.outcomes).toMatchObject([{ kind: 'response', status: 200 }]);
    expect(reached.observation?.requests.map(({ origin }) => origin)).toEqual(['home', 'home']);
    const bad = await runScenario(scenarioNamed('location-bytes/bad-port'), contextFor(client));
    expect(bad.observation?.outcomes).toMatchObject([{ kind: 'error', class: 'blocked-address' }]);
    expect(bad.observation?.blocked).toHaveLength(1);
  },
);

test.for(found)(
  '$id, as this machine has it, follows a redirect, and cannot leave the scenario',
  async ({ id, command }, { skip }) => {
    skip(command === undefined, 'it is not installed');
    using client = new ClientUnderTest(command!, { ca: authority.certificate });
    expect((await client.ready()).name).toBe(id);
    const reached = await runScenario(scenarioNamed('method-matrix/302-get'), contextFor(client));
    expect(reached.observation?.outcomes).toMatchObject([{ kind: 'response', status: 200 }]);
    expect(reached.observation?.requests.map(({ target }) => target)).toEqual(['/start', '/target']);
    const bad = await runScenario(scenarioNamed('location-bytes/bad-port'), contextFor(client));
    expect(bad.observation?.outcomes).toMatchObject([{ kind: 'error', class: 'blocked-address' }]);
    expect(bad.observation?.blocked[0]).toMatch(/^home-\w+\.test:6000$/);
  },
);

const headWithoutRedirect: Scenario = {
  id: 'own/head',
  title: 'HEAD without any redirect',
  routes: { '{home}/here': { status: 200, body: 'content' } },
  calls: [{ method: 'HEAD', url: '{home}/here' }],
  checks: [],
};

test.for(found)(
  '$id gives an answer to HEAD without a body, and what is recorded is the same in every process',
  async ({ command }, { skip }) => {
    skip(command === undefined, 'it is not installed');
    const record = async (): Promise<readonly (Observation | undefined)[]> => {
      using client = new ClientUnderTest(command!, { ca: authority.certificate });
      const head = await runScenario(headWithoutRedirect, contextFor(client));
      const error = await runScenario(scenarioNamed('location-bytes/unresolvable'), contextFor(client));
      return [head.observation, error.observation];
    };
    const [head, error] = await record();
    expect(head?.outcomes).toMatchObject([{ kind: 'response', body: { length: 0 } }]);
    expect(error?.outcomes).toMatchObject([{ kind: 'error' }]);
    expect(await record()).toEqual([head, error]);
  },
);

test.skipIf(!hasCurl)('without the library, curl maps and refuses by itself', async () => {
  using client = new ClientUnderTest([process.execPath, join(root, 'harness/drivers/other/curl.ts')], {
    ca: authority.certificate,
  });
  expect((await client.ready()).capabilities).not.toContain('proxy');
  const bad = await runScenario(scenarioNamed('location-bytes/bad-port'), contextFor(client));
  expect(bad.observation?.outcomes).toMatchObject([{ kind: 'error', class: 'blocked-address' }]);
  expect(bad.observation?.blocked).toEqual([expect.stringMatching(/^home-\w+\.test:6000$/)]);
});
