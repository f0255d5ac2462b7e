import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { resultsSchema } from '../../suites/vocabulary/result.ts';
import { artefacts } from './artefacts.ts';
import { catalogueSchema } from './catalogue.ts';

const main = join(import.meta.dirname, '../cli/main.ts');
const build = join(import.meta.dirname, 'build.ts');

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the build writes a catalogue that its schema accepts, and every schema', async () => {
  const folder = newFolder();
  await promisify(execFile)(process.execPath, [build, folder]);
  const read = (file: string): { $schema: string } => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { $schema: string };
  expect(catalogueSchema.safeParse(read('catalogue.json')).error?.issues ?? []).toEqual([]);
  for (const { file } of artefacts.filter((each) => each.file.endsWith('.schema.json')))
    expect(read(file).$schema).toMatch(/^https:\/\/json-schema\.org\//);
});

test('the schema accepts the results of a run', async () => {
  const output = newFolder();
  const scenarios = 'method-matrix/307-*,cross-host-auth/*,chain-limits/limit-*';
  await promisify(execFile)(process.execPath, [
    main,
    '--client=got',
    '--transport=wire,msw',
    `--scenario=${scenarios}`,
    `--output=${output}`,
  ]);
  const { error } = resultsSchema.safeParse(JSON.parse(readFileSync(join(output, 'results.json'), 'utf8')));
  expect(error?.issues ?? []).toEqual([]);
});

describe('the schema of the catalogue refuses', () => {
  const check = { id: 'a/b#settled', fact: { kind: 'settled' }, rulings: [] };
  const ruling = { authority: 'fetch', level: 'must', requirement: 'fetch/method-kept' };
  const request = (value: string): object => ({
    id: 'a/b#request@start',
    fact: { kind: 'request', at: '{home}/start' },
    rulings: [{ ...ruling, expect: { oneOf: [value] } }],
  });
  const scenario = {
    id: 'a/b',
    title: 'A title',
    label: 'abc123',
    octets: '1.2',
    groups: '1a2b:3c4d',
    routes: { '{home}/start': { status: 302, location: '/target' } },
    calls: [{ method: 'GET', url: '{home}/start' }],
    needs: [],
    checks: [check, request('GET, no body'), request('POST, any body')],
  };
  const accepts = (changed: object): boolean => catalogueSchema.shape.scenarios.safeParse([{ ...scenario, ...changed }]).success;

  test('nothing of a correct scenario', () => expect(accepts({})).toBe(true));

  test.for<[what: string, changed: object]>([
    ['an unknown member', { weather: 'fine' }],
    ['a place without an origin', { routes: { '/start': { status: 302 } } }],
    ['an answer that is neither a response nor raw', { routes: { '{home}/start': {} } }],
    ['a call with an unknown option', { calls: [{ method: 'GET', url: '{home}/start', retries: 3 }] }],
    ['an unknown capability', { needs: ['teleport'] }],
    ['a fact of an unknown kind', { checks: [{ ...check, fact: { kind: 'mood' } }] }],
    ['a fact that lacks a member', { checks: [{ ...check, fact: { kind: 'followed' } }] }],
    ['a check without an id', { checks: [{ fact: check.fact, rulings: [] }] }],
    ['an expected value that is not a finding of the fact', { checks: [request('returned 200')] }],
  ])('%s', ([, changed]) => expect(accepts(changed)).toBe(false));
});
