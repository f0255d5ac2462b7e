import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labelOf } from '../../concrete/names.ts';
import { main, plainAdapter, type RunningCommand, userFolder } from '../../fixtures/command-line.ts';
import { runningCommands } from '../../fixtures/processes.ts';
import { silentProgram } from '../../fixtures/silent-program.ts';

const ONE = '--scenario=method-matrix/301-get';

/** An adapter that prints a line in each call. */
const printing = plainAdapter('printing').replace('const response', "console.log('in send');\n    const response");

test.concurrent('--verbose prints each event of a scenario in order, and what the client prints', async () => {
  await using folder = await userFolder({ 'client.ts': printing });
  const { code, stdout } = await folder.run('--client=./client.ts', ONE, '--verbose');
  expect(code).toBe(0);
  const events = stdout.split('\n').flatMap((line) => /^ {2}\+\d+ ms +(.*)/.exec(line)?.[1] ?? []);
  const inOrder = events.filter((event) => !event.startsWith('printed'));
  expect(inOrder).toEqual([
    'call 1',
    'request 1 to home, connection 1',
    'answer to request 1',
    expect.stringMatching(/^request 2 to home, connection \d$/),
    'answer to request 2',
    'call 1 has settled; the caller gets',
  ]);
  expect(events).toContain('printed: in send');
  expect(stdout).toMatch(/^ {4}GET \/start HTTP\/1\.1\n {4}host: home-\w+\.test$/im);
  expect(stdout).toMatch(/^ {4}301 Moved Permanently\n {4}Location: http:\/\/home-\w+\.test\/target$/m);
  expect(stdout).toMatch(/^Output of clients\n +printing: in send$/m);
});

/** An event of the inspector of Node.js. */
type DebuggerEvent =
  | { readonly method: 'Debugger.scriptParsed'; readonly params: { readonly scriptId: string; readonly url: string } }
  | {
      readonly method: 'Debugger.paused';
      readonly params: { readonly callFrames: readonly [{ readonly location: { readonly scriptId: string } }] };
    };

/** Attaches a debugger to a process that waits for one, and says in which file it stops; the process goes on. */
async function stopIn(command: RunningCommand): Promise<string> {
  const [address = ''] = /ws:\S+/.exec(await command.until('\nFor help')) ?? [];
  using socket = Object.assign(new WebSocket(address), {
    [Symbol.dispose](this: WebSocket) {
      this.close();
    },
  });
  await once(socket, 'open');
  const send = (id: number, method: string): void => socket.send(JSON.stringify({ id, method }));
  const { promise, resolve } = Promise.withResolvers<string>();
  const urls = new Map<string, string>();
  socket.addEventListener('message', ({ data }) => {
    const { method, params } = JSON.parse(String(data)) as DebuggerEvent;
    if (method === 'Debugger.scriptParsed') urls.set(params.scriptId, params.url);
    if (method === 'Debugger.paused') resolve(urls.get(params.callFrames[0].location.scriptId) ?? '');
  });
  ['Runtime.enable', 'Debugger.enable', 'Runtime.runIfWaitingForDebugger'].forEach((method, index) => send(index, method));
  const url = await promise;
  send(9, 'Debugger.resume');
  return url;
}

test.concurrent('--inspect-brk stops in the process of the client, before its first call', async () => {
  await using folder = await userFolder({ 'client.ts': printing });
  const command = folder.start([main, '--client=./client.ts', ONE, '--inspect-brk=0']);
  expect(await stopIn(command)).toMatch(/drivers\/node\/node-driver/);
  const { code, stderr } = await command.ended;
  expect(code).toBe(0);
  expect(stderr).toContain('in send');
});

test.concurrent('no deadline counts while a client is debugged', async () => {
  // Longer than a call may take in all, also if no timer is waited for.
  const slow = plainAdapter('slow').replace(
    'const response',
    "if (url.includes('LABEL')) await new Promise((settle) => setTimeout(settle, 16_000).unref());\n    const response",
  );
  await using folder = await userFolder({ 'client.ts': slow.replace('LABEL', labelOf('method-matrix/301-get')) });
  expect((await folder.run('--client=./client.ts', ONE)).stdout).toContain('hung');
  expect(await folder.run('--client=./client.ts', ONE, '--inspect=0')).toMatchObject({ code: 0 });
});

test.concurrent('--protocol-log has every line, of an adapter and of a program', async () => {
  const driver = `
    import { createInterface } from 'node:readline';
    const say = (message) => console.log(JSON.stringify(message));
    console.error('starting');
    for await (const line of createInterface({ input: process.stdin })) {
      const message = JSON.parse(line);
      if (message.hello) say({ ready: { protocol: 1, name: 'program', version: '1', runtime: 'own', capabilities: [] } });
      else if (message.open) say({ opened: message.open.scenario });
      else if (message.send) say({ id: message.send.id, error: { name: 'Error', message: 'no' } });
      else if (message.close) say({ closed: message.close.scenario });
    }`;
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain'), 'driver.mjs': driver });
  const clients = `--client=./client.ts,exec:${process.execPath} ./driver.mjs`;
  await folder.run(clients, ONE, '--protocol-log=protocol.log');
  const lines = (await folder.read('protocol.log')).trimEnd().split('\n');
  expect(lines.filter((line) => !/^\d{4}-\d\d-\d\dT[\d:.]+Z (?:plain|program|-) \d+ [<>|=] ./.test(line))).toEqual([]);
  const of = (name: string): string => lines.filter((line) => line.includes(` ${name} `)).join('\n');
  expect(of('plain')).toMatch(/> \{"open":\{"scenario":"method-matrix\/301-get"[^]*< \{"opened":"method-matrix\/301-get"\}/);
  expect(of('program')).toMatch(/= started [^]*> \{"hello"[^]*< \{"ready"[^]*> \{"send"[^]*< \{"id":1,"error"/);
  expect(of('program')).toContain('| starting');

  const refused = await folder.run(`--client=exec:${process.execPath} ./driver.mjs`, ONE, '--inspect-brk');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^redirect-conformance: --inspect-brk: program is a program, [^\n]*\n$/);
});

test.concurrent('--watch runs again when a file that the adapter imports changes, also after it could not be loaded', async () => {
  // Without an extension in the import, another loader than that of Node.js reads it.
  const importing = plainAdapter('importing', 'MODE').replace("'MODE'", 'mode');
  const inner = (mode: string): string => `export const mode: string = '${mode}';`;
  await using folder = await userFolder({
    'client.ts': `import { mode } from './inner';\n${importing}`,
    'inner.ts': inner('follow'),
  });
  const command = folder.start([main, '--client=./client.ts', ONE, '--watch']);
  const watched = '2 files are watched';
  expect(await command.until(watched)).toContain('3 passed, 0 failed');
  await folder.write('inner.ts', 'export const {');
  expect(await command.until(watched)).toContain('cannot load');
  await folder.write('inner.ts', inner('manual'));
  expect(await command.until(watched)).toContain('2 passed, 1 failed');
  command.process.kill('SIGINT');
  expect(await command.ended).toMatchObject({ code: 130 });
});

describe.concurrent('serve', () => {
  test('keeps the servers up, shows each request, and leaves nothing', async () => {
    await using folder = await userFolder();
    const command = folder.start([main, 'serve', 'cross-host-auth/default-ports-down-302']);
    const help = await command.until('Ctrl-C ends the servers.');
    const [, url = ''] = /^GET (https:\S+)$/m.exec(help) ?? [];
    const [, ca = '', module = ''] = /NODE_EXTRA_CA_CERTS=(\S+) node --import (\S+)/.exec(help) ?? [];
    expect(help).toContain(`--cacert ${ca} --connect-to ${new URL(url).host}:80:127.0.0.1:`);
    const client = `const answer = await fetch('${url}'); console.log(answer.status, answer.url);`;
    const env = { NODE_EXTRA_CA_CERTS: ca };
    const asked = await folder.start(['--import', module, '--input-type=module', '-e', client], { env }).ended;
    expect(asked).toMatchObject({ code: 0, stdout: `200 ${url.replace(/^https(.*)start$/, 'http$1target')}\n` });
    expect(await command.until('answer to request 2')).toMatch(/request 1 to home-tls, server name [^]* 302 Found/);
    // As from a page of somebody else, which cannot know the names of the scenario.
    const [, port = ''] = /:80:127\.0\.0\.1:(\d+)/.exec(help) ?? [];
    expect((await fetch(`http://127.0.0.1:${port}/target`)).status).toBe(421);
    await command.until(`refused: Host: 127.0.0.1:${port} is not of this scenario`);
    command.process.kill('SIGINT');
    expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await folder.temporary()).toEqual([]);
  });

  test('refuses what is not one scenario', async () => {
    await using folder = await userFolder();
    const { code, stderr } = await folder.run('serve', 'cycles/*');
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(stderr).toContain('cycles/*: matches');
  });
});

describe.concurrent('a run that is ended early leaves no process and no temporary file', () => {
  // Its calls take long enough for a signal to come in the midst of them.
  const slow = plainAdapter('slow').replace(
    'const response',
    "if (method === 'PUT') await new Promise((settle) => setTimeout(settle, 1_000));\n    const response",
  );

  test.for([
    ['Ctrl-C', 'SIGINT', 130],
    ['SIGTERM', 'SIGTERM', 143],
  ] as const)('by %s', async ([, signal, code]) => {
    await using folder = await userFolder({ 'client.ts': slow });
    const command = folder.start([main, '--client=./client.ts', '--suite=method-matrix', '--verbose']);
    await command.until('PUT answered by');
    command.process.kill(signal);
    const stderr = expect.stringContaining(`redirect-conformance: ${signal} ends the run`);
    expect(await command.ended).toMatchObject({ code, stderr });
    expect((await folder.results()).run.partial).toBe('interrupted');
    expect(await folder.temporary()).toEqual([]);
    expect((await folder.written()).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('by %s while a client blocks its process, which is not waited for', async (signal) => {
    const blocking = slow.replace(/await new Promise.*/, 'for (;;);');
    await using folder = await userFolder({ 'client.ts': blocking });
    const command = folder.start([main, '--client=./client.ts', '--suite=method-matrix', '--verbose']);
    await command.until('PUT answered by');
    command.process.kill(signal);
    await command.ended;
    // Had it been waited for, it would have been found to hang.
    const outcomes = (await folder.results()).cells.flatMap(({ observation }) => observation?.outcomes ?? []);
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['response']));
    expect(runningCommands(folder.path)).toEqual([]);
    expect(await folder.temporary()).toEqual([]);
  });

  test.for(['SIGINT', 'SIGTERM'] as const)('by %s while the adapter is controlled, and answers nothing', async (signal) => {
    await using silent = await silentProgram();
    await using folder = await userFolder({ 'silent.mjs': silent.program });
    const client = `--client=exec:"${process.execPath}" "${folder.path}/silent.mjs"`;
    const command = folder.start([main, client, '--suite=method-matrix', '--protocol-log=protocol.log']);
    await silent.asked;
    command.process.kill(signal);
    expect(await command.ended).toMatchObject({ code: signal === 'SIGINT' ? 130 : 143 });
    // The call was not waited for: at its deadline it would have been aborted.
    const log = await folder.read('protocol.log');
    expect([log.includes('> {"send":'), log.includes('> {"abort":')]).toEqual([true, false]);
    expect(runningCommands(folder.path)).toEqual([]);
    expect(await folder.temporary()).toEqual([]);
  });

  test('by a signal to npm, which ends nothing but npm and its shell', async () => {
    await using folder = await userFolder({ 'client.ts': slow });
    const script = `"${process.execPath}" "${main}" --client=./client.ts --suite=method-matrix --verbose; true`;
    const env = { npm_lifecycle_event: 'test' };
    const shell = folder.start(['-c', script], { program: '/bin/sh', env });
    await shell.until('PUT answered by');
    shell.process.kill('SIGTERM');
    await shell.ended;
    expect(await folder.temporary()).toEqual([]);
  });
});

test.concurrent('a whole run leaves no temporary file', async () => {
  await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
  expect(await folder.run('--client=./client.ts', ONE)).toMatchObject({ code: 0 });
  expect(await folder.temporary()).toEqual([]);
});

test.concurrent('paths of clients may have commas and spaces, and programs are found from the folder of the caller', async () => {
  await using folder = await userFolder({
    'my clients/a,b.ts': plainAdapter('comma'),
    'other.ts': plainAdapter('other'),
    'my clients/program.mjs': 'console.log(JSON.stringify({ fault: process.argv[2] }));',
  });
  const columns = async (...args: readonly string[]): Promise<readonly string[]> => {
    expect(await folder.run(...args, ONE)).toMatchObject({ code: 0, stderr: '' });
    return (await folder.results()).columns.map(({ id }) => id);
  };
  expect(await columns('--client=./my clients/a,b.ts')).toEqual(['comma']);
  expect(await columns('--client="./my clients/a,b.ts",./other.ts')).toEqual(['comma', 'other']);
  const program = `--client=exec:"${process.execPath}" "./my clients/program.mjs" "a,b"`;
  const elsewhere = folder.start([main, program, ONE], { env: { INIT_CWD: folder.path, PWD: '/' } });
  expect((await elsewhere.ended).stderr).toMatch(/^redirect-conformance: --client=exec:.*: a,b\n$/);
});

test.concurrent('a Node.js that cannot read TypeScript gets one line', async () => {
  await using folder = await userFolder();
  const older = "data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })";
  const start = join(import.meta.dirname, '../start.js');
  const { code, stderr } = await folder.start(['--import', older, start]).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^redirect-conformance: Node\.js 20\.20\.2 is too old .*\n$/);
});
