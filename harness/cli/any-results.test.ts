import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactFiles, compactPlaces } from '../../reports/compact/compact-results.ts';
import { sampleGateRun } from '../../reports/sample.fixture.ts';
import { writeFolder } from '../../reports/write-folder.ts';
import { readResults } from './read-results.ts';
import { UsageError } from './usage-error.ts';

// A file of results may be of another program, damaged, or written by hand.

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The same with something else at the place that the numbers lead to, or without it. */
function damaged(value: Json, [step = 0, ...rest]: readonly number[], other: Json | undefined): Json | undefined {
  if (typeof value !== 'object' || value === null || rest.length === 0) return other;
  const names = Object.keys(value);
  const name = names[step % Math.max(names.length, 1)];
  if (name === undefined) return other;
  const changed = Object.entries(value).flatMap(([key, member]) => {
    const now = key === name ? damaged(member, rest, other) : member;
    return now === undefined ? [] : [[key, now] as const];
  });
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

/** `read`, or what is wrong with the file. Anything but a UsageError would be a fault of the program, and is thrown. */
function outcomeOf(file: string): string {
  try {
    readResults(file);
    return 'read';
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

const seed = 9110;

test('any damage to a file of results is a fault in one line, or changes nothing that counts', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'results-'));
  const file = join(folder.path, 'results.json');
  const whole = sampleGateRun() as unknown as Json;
  const steps = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, fc.option(fc.jsonValue() as fc.Arbitrary<Json>, { nil: undefined }), async (path, other) => {
      await writeFile(file, JSON.stringify(damaged(whole, path, other)) ?? '');
      expect(outcomeOf(file)).toMatch(/^(read|\S+results\.json is not a valid results file: [^\n]+)$/);
    }),
    { seed, numRuns: 300 },
  );
});

test('any damage to a folder of compact results is a fault in one line, or changes nothing that counts', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'compact-'));
  const entries = Object.values(compactPlaces);
  const files = [...compactFiles(sampleGateRun())];
  const place = fc.record({ file: fc.nat(files.length - 1), at: fc.nat(400), bytes: fc.uint8Array({ maxLength: 8 }) });
  fc.assert(
    fc.property(place, ({ file, at, bytes }) => {
      const broken = files.map(({ path, contents }, index) =>
        index === file ? { path, contents: Buffer.concat([Buffer.from(contents).subarray(0, at), bytes]) } : { path, contents },
      );
      writeFolder(join(folder.path, 'compact'), entries, broken);
      expect(outcomeOf(join(folder.path, 'compact'))).toMatch(/^(read|\S+ is not a valid folder of compact results: [^\n]+)$/);
    }),
    { seed, numRuns: 300 },
  );
});
