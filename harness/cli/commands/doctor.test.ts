import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main, plainAdapter, userFolder } from '../../fixtures/command-line.ts';
import { runningCommands } from '../../fixtures/processes.ts';
import { silentProgram } from '../../fixtures/silent-program.ts';
import { root } from '../../installation.ts';

const axios = pathToFileURL(join(root, 'node_modules/axios/index.js')).href;

/** An adapter that has the name of axios, and this version. */
const withVersion = (version: string): string => `
import axios from '${axios}';
export default {
  name: 'axios',
  version: ${version},
  async send({ url, method, headers, body }, { signal }) {
    const response = await axios.request({
      url, method, headers: Object.fromEntries(headers), data: body && Buffer.from(body), signal,
      responseType: 'arraybuffer', validateStatus: () => true,
    });
    const fields = Object.entries(response.headers).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]));
    return { status: response.status, headers: fields, body: new Uint8Array(response.data) };
  },
};
`;

test('doctor says in a line for each probe that an adapter tells the truth, and what its client could do too', async () => {
  await using folder = await userFolder({ 'client.mjs': withVersion('axios.VERSION') });
  const { code, stdout } = await folder.run('doctor', '--client=./client.mjs');
  expect(stdout).toMatch(/^axios 1\.\d+\.\d+, node 26\./);
  expect(stdout).toMatch(/✓ version .* · that of axios$/m);
  expect(stdout).toMatch(/· capability\/auth .* · not declared, but the bundled adapter axios has it · → add auth/);
  expect(stdout).not.toContain('✗');
  expect(code).toBe(0);
});

test('doctor ends with 2 if an adapter says what is not true, and says what to do', async () => {
  await using folder = await userFolder({ 'client.mjs': withVersion("'1.6.0'"), 'honest.mjs': plainAdapter('honest') });
  const { code, stdout } = await folder.run('doctor', '--client=./client.mjs,./honest.mjs');
  expect(stdout).toMatch(/✗ version .* · axios 1\.\d+\.\d+ is loaded · → read the version from the client/);
  expect(stdout).toContain('The results of this adapter cannot be trusted: 1 probe of ');
  expect(stdout).toMatch(/^honest 1, /m);
  expect(code).toBe(2);
  expect(await folder.temporary()).toEqual([]);
});

test('doctor ends with 2 if a plain exchange fails, and looks no further', async () => {
  const broken = 'export default { name: "broken", version: "1", async send() { throw new Error("not implemented"); } };';
  await using folder = await userFolder({ 'client.mjs': broken });
  const { code, stdout } = await folder.run('doctor', '--client=./client.mjs');
  expect(stdout).toMatch(/✗ plain\/post .*not implemented · → compare the adapter with docs\/adapters\.md/);
  expect(stdout).not.toContain('capability/');
  expect(code).toBe(2);
});

test.for([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends doctor with its driver, even if that answers nothing', async ([signal, code]) => {
  await using silent = await silentProgram();
  await using folder = await userFolder({ 'silent.mjs': silent.program });
  const command = folder.start([main, 'doctor', `--client=exec:"${process.execPath}" "${folder.path}/silent.mjs"`]);
  await silent.asked;
  command.process.kill(signal);
  expect(await command.ended).toEqual({ code, stdout: '', stderr: '' });
  expect(runningCommands(folder.path)).toEqual([]);
  expect(await folder.temporary()).toEqual([]);
});

test.for([
  [['doctor'], /^redirect-conformance: doctor needs --client=<names>, such as --client=\.\/my-client\.ts\n$/],
  [['doctor', '--client=./none.ts'], /^redirect-conformance: --client=\.\/none\.ts: no such file\n$/],
  [['doctor', '--client=exec:does-not-exist'], /^redirect-conformance: --client=exec:does-not-exist: .*ENOENT\n$/],
] as const)('%j is refused in one line', async ([args, line]) => {
  await using folder = await userFolder();
  const { code, stdout, stderr } = await folder.run(...args);
  expect(stderr).toMatch(line);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});
