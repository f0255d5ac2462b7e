import { expect, test } from 'vitest';
import { sampleGateRun, sampleResults } from '../sample.fixture.ts';
import { formats } from './index.ts';
import { json } from './json.ts';

const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length;

test('every format has a name and a file of its own', () => {
  expect(isUnique(formats.map(({ name }) => name))).toBe(true);
  expect(
    isUnique(
      formats.flatMap((format) => ('folder' in format ? format.folder : typeof format.file === 'string' ? format.file : [])),
    ),
  ).toBe(true);
});

test.for([
  ['of a run', sampleGateRun()],
  ['of a catalogue', sampleResults([], [], [])],
] as const)('json has the results %s as they are', ([, results]) => {
  expect([...json.pieces(results)].join('')).toBe(JSON.stringify(results));
});
