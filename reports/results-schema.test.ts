import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { resultsJsonSchema, resultsSchema } from './results-schema.ts';

test('the published schema is up to date', () => {
  const published = readFileSync(join(import.meta.dirname, 'results.schema.json'), 'utf8');
  expect(published, 'run `npm run schema`').toBe(resultsJsonSchema());
});

test('the results of a run are as the schema says', async () => {
  const output = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  onTestFinished(() => rmSync(output, { recursive: true }));
  const cli = join(import.meta.dirname, '..', 'harness', 'cli.ts');
  const scenarios = 'method-matrix/307-*,cross-host-auth/*,chain-limits/limit-*';
  await promisify(execFile)(process.execPath, [
    cli,
    '--client=got',
    '--transport=wire,msw',
    `--scenario=${scenarios}`,
    `--output=${output}`,
  ]);
  const { error } = resultsSchema.safeParse(JSON.parse(readFileSync(join(output, 'results.json'), 'utf8')));
  expect(error?.issues ?? []).toEqual([]);
});
