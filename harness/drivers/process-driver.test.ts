import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import { adapter, authority, clientOf, contextFor, scenarioWithPath } from '../fixtures/clients.ts';
import type { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';
import { LateDriver, startProcess } from './process-driver.ts';

const seenOf = async (path: string, client: ClientUnderTest): Promise<Observation | undefined> =>
  (await runScenario(scenarioWithPath(path), contextFor(client))).observation;

const odd = 'a\u2028b\u2029c\u0085d\0e\ud800f\r\ng';

describe('characters at which some readers end a line, or that are no text, arrive unchanged', () => {
  let client: ClientUnderTest;
  beforeAll(() => {
    client = adapter('misbehaving.ts');
  });
  afterAll(() => client.discard());

  test('in a response', async () => {
    const seen = await seenOf('odd/answers', client);
    expect(seen?.outcomes).toMatchObject([
      { kind: 'response', headers: [['Odd', odd]], url: odd, history: [{ status: 302, url: odd }] },
    ]);
  });

  test('in an error', async () => {
    const seen = await seenOf('odd/throws', client);
    expect(seen?.outcomes).toMatchObject([
      { kind: 'error', error: { name: odd, code: odd, message: odd, cause: { message: odd } } },
    ]);
  });

  test('in what is thrown and is no error', async () => {
    const seen = await seenOf('odd/throws-a-string', client);
    expect(seen?.outcomes).toMatchObject([{ kind: 'non-error', thrown: expect.stringMatching(/^a string: /) as string }]);
  });

  test('in what is printed, but for a lone surrogate, which has no encoding', async () => {
    expect((await seenOf('odd/prints', client))?.printed).toBe(odd.replace('\ud800', '\ufffd'));
  });

  test('in a crash', async () => {
    const seen = await seenOf('odd/crashes', client);
    expect(seen?.outcomes).toEqual([{ kind: 'crashed', how: `uncaught exception: Error: ${odd}` }]);
  });
});

describe('what the client and its adapter print', () => {
  test('is kept with the scenario, and with no other one', async () => {
    using client = adapter('misbehaving.ts');
    expect((await seenOf('warns-and-answers', client))?.printed).toBe('warning: \u001b[31mred\non standard output');
    expect(await seenOf('behaves', client)).not.toHaveProperty('printed');
  });

  test('is without the warnings that Node.js gives once in a process', async () => {
    using client = adapter('misbehaving.ts');
    const seen = [await seenOf('gives-warnings', client), await seenOf('gives-warnings', client)];
    const listeners = '(node) MaxListenersExceededWarning: 11 listeners';
    expect(seen.map((each) => each?.printed)).toEqual([listeners, listeners]);
  });

  test('does not hide a message, where it does not end with LF', async () => {
    using client = adapter('misbehaving.ts');
    const seen = await seenOf('writes-a-part-of-a-line', client);
    expect(seen?.outcomes).toMatchObject([{ kind: 'response' }]);
    expect(seen?.printed).toBe('no end of line');
  });
});

test('the standard input of a driver is a pipe that it can open by name, and its environment names the root certificate', async () => {
  using client = clientOf('reads-dev-stdin.ts');
  const [outcome] = (await seenOf('any', client))?.outcomes ?? [];
  expect(outcome).toMatchObject({
    kind: 'response',
    headers: [
      ['NODE_EXTRA_CA_CERTS', expect.stringMatching(/ca\.pem$/) as string],
      ['SSL_CERT_FILE', expect.stringMatching(/ca\.pem$/) as string],
    ],
  });
});

test('a driver that is not ready in time is killed, and the message has its last output', async () => {
  const sleep = "console.error('still loading'); setInterval(() => {}, 1000);";
  const start = startProcess([process.execPath, '-e', sleep], { limit: 700, ca: authority.certificate });
  await expect(start).rejects.toThrow(LateDriver);
  await expect(start).rejects.toThrow('the driver was not ready within 0.7 s; last output: still loading');
});
