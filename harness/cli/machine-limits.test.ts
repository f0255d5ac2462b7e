import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { main, userFolder } from '../fixtures/command-line.ts';

/** Runs a client after this command of a shell. */
async function runAfter(command: string) {
  await using folder = await userFolder();
  const run = [process.execPath, main, '--client=node/fetch', '--scenario=cycles/self'];
  const { code, stdout, stderr } = await folder.start(['-c', `${command} && exec "$@"`, 'sh', ...run], { program: '/bin/sh' })
    .ended;
  return { code, stdout, stderr, written: await folder.written(), temporary: await folder.temporary() };
}

const oneLine = (text: string): object => ({
  code: 2,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^redirect-conformance: [^\\n]*${text}[^\\n]*\\n$`)) as string,
  written: [],
  temporary: [],
});

test.for([
  ['few files may be open', 'ulimit -n 256', 'only 256 files here, and a run needs 1024; raise the limit: ulimit -n 1024'],
  ['TMPDIR does not exist', 'export TMPDIR=/none', 'files, /none, cannot be used: ENOENT.*; set TMPDIR'],
  ['TMPDIR cannot be written to', 'export TMPDIR=/proc', 'files, /proc, cannot be used: ENOENT.*; set TMPDIR'],
] as const)('where %s, there is one line, and nothing is run', async ([, command, line]) => {
  expect(await runAfter(command)).toEqual(oneLine(line));
});

/** Namespaces of a user: one to mount a small file system, one without any network. Not every system allows them. */
const mayMount = spawnSync('unshare', ['-rm', 'true']).status === 0;
const mayLeaveNetwork = spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

test.runIf(mayMount)('where TMPDIR is full, there is one line, and nothing is run', async () => {
  const mount = `exec unshare -rm sh -c 'mount -t tmpfs -o size=256k none "$TMPDIR" && exec "$@"' sh "$@"; false`;
  expect(await runAfter(mount)).toEqual(oneLine('cannot be used: ENOSPC.*; set TMPDIR to one that exists and has 1 MiB left'));
});

test.runIf(mayLeaveNetwork)('a run needs no network but loopback', async () => {
  const leave = `exec unshare -rn sh -c 'ip link set lo up && exec "$@"' sh "$@"; false`;
  expect(await runAfter(leave)).toMatchObject({ code: 0, stdout: expect.stringContaining('3 passed, 0 failed') as string });
});
