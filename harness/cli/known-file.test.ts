import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readKnownDeviations } from './known-file.ts';
import { UsageError } from './usage-error.ts';

const valid = {
  version: 1,
  profile: 'fetch',
  failOn: 'must',
  // The finding of a field without a value is empty.
  clients: { got: { 'area/*': { finding: 'x', reason: 'y', count: 2 }, 'area/a#field:cookie': { finding: '', reason: 'y' } } },
};

const entry = (deviation: object): string => JSON.stringify({ ...valid, clients: { got: { 'area/*': deviation } } });

describe('a file', () => {
  test('that is valid is read unchanged', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, JSON.stringify(valid));
    expect(readKnownDeviations(file)).toEqual(valid);
  });

  test.for<[title: string, content: string, reason: RegExp]>([
    ['is not JSON', 'oops', /not valid JSON/],
    ['is not JSON, on several lines', 'oops\n\nno\n', /not valid JSON/],
    ['is not an object', '[]', /expected object/],
    ['has another version', JSON.stringify({ ...valid, version: 2 }), /version/],
    ['does not say what fails a run', JSON.stringify({ ...valid, failOn: undefined }), /failOn/],
    ['has an unknown field', JSON.stringify({ ...valid, clientz: {} }), /clientz/],
    ['has an entry without a finding', entry({ reason: 'y' }), /finding/],
    ['has an entry without a reason', entry({ finding: 'x', reason: '' }), /a reason in plain words is needed/],
    ['has a catalogue that is no number', JSON.stringify({ ...valid, catalogue: 'new' }), /catalogue/],
    ['has an entry with a count of 0', entry({ finding: 'x', reason: 'y', count: 0 }), /count/],
    ['has an entry with an expiry that is not a date', entry({ finding: 'x', reason: 'y', expires: 'soon' }), /expires/],
    ['has an entry with a link that is not a URL', entry({ finding: 'x', reason: 'y', link: 'see above' }), /link/],
    ['has several mistakes', JSON.stringify({ version: 2, profile: 1 }), /version/],
  ])('that %s is refused with one line', async ([, content, reason]) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, content);
    const read = (): unknown => readKnownDeviations(file);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]*known\.json is not a valid list of known deviations: [^\n]+$/);
  });

  test('that does not exist is refused', () => {
    expect(() => readKnownDeviations('/no/such/file')).toThrow('/no/such/file: no such file');
  });
});
