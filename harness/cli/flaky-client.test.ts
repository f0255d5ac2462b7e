import { expect, test } from 'vitest';
import { userFolder } from '../fixtures/command-line.ts';

/** A client that forgets to follow in one scenario, if its process has seen another one. */
const forgetful = `
const seen = new Set();
export default {
  name: 'forgetful',
  version: '1',
  open: ({ id }) => void seen.add(id),
  async send({ url, method, headers, body }, { signal }) {
    const redirect = seen.has('method-matrix/301-get') && seen.has('method-matrix/302-get') ? 'manual' : 'follow';
    const response = await fetch(url, { method, headers, body, signal, redirect });
    return { status: response.status, headers: [...response.headers], body: new Uint8Array(await response.arrayBuffer()) };
  },
};
`;

test('a result that is not the same when its scenario is run again alone is flaky, and fails the run with both', async () => {
  await using folder = await userFolder({ 'client.mjs': forgetful });
  const { code, stdout } = await folder.run('--client=./client.mjs', '--scenario=method-matrix/{301,302}-get');
  const { unexpected } = await folder.results();
  expect(code).toBe(1);
  expect(unexpected).toContainEqual({
    column: 'forgetful',
    kind: 'flaky',
    check: 'method-matrix/302-get#followed',
    finding: 'returned 302',
    why: 'when its scenario was run again alone, it was followed',
  });
  expect(unexpected.map(({ kind }) => kind)).not.toContain('regression');
  expect(stdout).toContain('Flaky results: another one when run again alone');
});
