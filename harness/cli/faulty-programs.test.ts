import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { userFolder } from '../fixtures/command-line.ts';
import { runningCommands } from '../fixtures/processes.ts';

const program = join(import.meta.dirname, '../fixtures/faulty-program.ts');

/** Runs a scenario that the program spoils, and one that it does not. */
async function runWith(fault: string) {
  await using folder = await userFolder();
  const result = await folder.run(
    `--client=exec:${process.execPath} ${program} "${fault}" ${folder.path}`,
    '--scenario=cycles/self,method-matrix/301-get',
  );
  expect(runningCommands(folder.path)).toEqual([]);
  return result;
}

describe('before it is ready, a program is refused in one line with exit code 2 that', () => {
  test.for([
    ['garbage and an end', /: the driver ended before it was ready: process exited with code 7; last output: %PDF-1\.7$/],
    ['half a ready', /: the driver ended before it was ready: process exited with code 7; last output: \{"ready":\{"pro/],
    ['an unknown capability', /: invalid message from the adapter: .*expected one of "stream-body"/],
    ['another protocol', /: invalid message from the adapter: .*expected 1 .*at ready\.protocol/],
  ] as const)('says %s', async ([fault, message]) => {
    const { code, stdout, stderr } = await runWith(fault);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim()).not.toContain('\n');
  });
});

describe('in a scenario, it costs only that scenario if a program says', () => {
  test.for([
    ['half an answer and an end', 1, 'cycles/self#settled: crashed: process exited with code 7'],
    ['an end', 1, 'cycles/self#settled: crashed: process exited with code 7'],
    ['no answer', 1, 'cycles/self#settled: hung'],
    ['an answer that is not valid', 2, 'invalid message from the adapter: ✖ Invalid input: expected number, received string'],
    ['two answers', 2, 'the driver answered call 1 twice, or without being asked (1 scenario)'],
    ['a line of 100 MB', 2, 'the driver printed a line of more than 16 MiB (1 scenario)'],
  ] as const)('%s', async ([fault, code, message]) => {
    const result = await runWith(fault);
    expect(result.stdout).toContain(message);
    expect(result.stdout).toContain('3 passed, 1 failed');
    expect(result.code).toBe(code);
  });

  test.for(['garbage before an answer', 'a flood of stderr'])('%s, which costs nothing', async (fault) => {
    const { code, stdout } = await runWith(fault);
    expect(stdout).toContain('4 passed, 0 failed');
    expect(code).toBe(0);
  });
});
