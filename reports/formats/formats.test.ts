import { expect, test } from 'vitest';
import { sampleContext, sampleResults } from '../sample.fixture.ts';
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

test('json has the results as they are', async () => {
  const results = sampleResults([], [], []);
  expect(JSON.parse(await json.render(results, sampleContext))).toEqual(results);
});
