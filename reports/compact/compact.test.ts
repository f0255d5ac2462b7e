import { expect, test } from 'vitest';
import { labelOf } from '../../harness/concrete/names.ts';
import { judgeFindings } from '../../suites/judging/judge-findings.ts';
import type { Observation, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Cell, CheckResult, Results } from '../../suites/vocabulary/result.ts';
import { followedSample, leakSample, sampleColumn, sampleResults, sampleScenario } from '../sample.fixture.ts';
import { decompressed } from './compact-column.ts';
import { columnFile, compactFiles, resultsFrom } from './compact-results.ts';

const first = sampleScenario('area/first', followedSample, leakSample);
const second = sampleScenario('area/second', followedSample);
const { profiles } = sampleResults([], [], []);
const host = `home-${labelOf(first.id)}.test`;

const request = (head: string | null, headers: RecordedRequest['headers']): RecordedRequest => ({
  origin: 'home',
  connection: 1,
  httpVersion: head === null ? '2' : '1.1',
  head,
  method: 'GET',
  target: '/start',
  headers,
  body: { length: 0, text: '' },
  complete: true,
});

/** Everything that a cell may have. */
const observation: Observation = {
  requests: [
    request(`GET /start HTTP/1.1\r\nHost: ${host}\r\nX-Twice:  a:b \t\r\nx-twice:\r\n\r\n`, [
      ['Host', host],
      ['X-Twice', 'a:b'],
      ['x-twice', ''],
    ]),
    request(null, [['host', host]]),
    // A head of which the fields do not follow is kept as it is.
    request(`GET /start HTTP/1.1\r\nHost: ${host}\r\n\r\n`, [['Host', 'another']]),
  ],
  outcomes: [{ kind: 'non-error', thrown: '\u0001\n\u2028' }],
  blocked: ['198.51.100.1:80'],
};

/** One cell with everything, and one that could not be run. */
function cells(column: string): readonly Cell[] {
  const seen = judgeFindings(first, () => ({ value: 'sent' }), profiles);
  const [[id, result]] = Object.entries(seen) as [[string, CheckResult]];
  return [
    { column, scenario: first.id, observation, checks: { ...seen, [id]: { ...result, known: 'area/*' } } },
    {
      column,
      scenario: second.id,
      checks: judgeFindings(second, () => ({ none: 'harness fault', because: 'broke' }), profiles),
      fault: 'broke',
    },
  ];
}

const columns = [sampleColumn('axios'), sampleColumn('undici/fetch@8.0.0+cache~msw')];
/** The second column was ended before its second scenario. */
const results = sampleResults(columns, [first, second], [...cells('axios'), ...cells(columns[1]!.id).slice(0, 1)]);

const filesOf = (written: Results): ReadonlyMap<string, Uint8Array> =>
  new Map([...compactFiles(written)].map(({ path, contents }) => [path, Buffer.from(contents)]));

const reading =
  (files: ReadonlyMap<string, Uint8Array>) =>
  (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no ${path}`);
    return bytes;
  };

test('compact results are read as they were written, to the byte', () => {
  const read = resultsFrom(reading(filesOf(results)));
  expect(read).toEqual(results);
  expect(JSON.stringify(read)).toBe(JSON.stringify(results));
});

test('what follows from the rest is not stored: labels, fields of a head, verdicts', () => {
  const text = decompressed(reading(filesOf(results))(columnFile('axios')));
  expect(text).not.toContain(labelOf(first.id));
  expect(text).not.toContain('verdicts');
  expect(text.match(/"headers":null/g)).toHaveLength(1);
});

test('the verdicts are those of the profiles that are read', () => {
  const files = filesOf({ ...results, profiles: results.profiles.slice(0, 1) });
  const [cell] = resultsFrom(reading(files)).cells;
  expect(Object.values(cell!.checks).map(({ verdicts }) => Object.keys(verdicts))).toEqual([['fetch'], ['fetch']]);
});

test('a column of another catalogue is refused', () => {
  const files = new Map(filesOf(results));
  files.set(columnFile('axios'), reading(filesOf({ ...results, suites: [] }))(columnFile('axios')));
  expect(() => resultsFrom(reading(files))).toThrow('axios ran over another catalogue');
});

test('a path has no character of an id that a file system may refuse', () => {
  expect(columnFile('undici/fetch@8.0.0+cache~msw')).toBe('columns/undici%2ffetch@8.0.0+cache~msw.br');
  expect(columnFile('C:\\x\né*')).toBe('columns/C%3a%5cx%0a%c3%a9%2a.br');
});
