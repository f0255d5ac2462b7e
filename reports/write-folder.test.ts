import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FolderFile } from './formats/format.ts';
import { whyNotReplaceable, writeFolder } from './write-folder.ts';

const entries = ['index.html', 'pages'];
const filesOf = (contents: string): readonly FolderFile[] => [
  { path: 'index.html', contents },
  { path: 'pages/deep/index.html', contents },
];

let above: string;
let folder: string;

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'redirect-report-'));
  folder = join(above, 'deep', 'site');
});

afterEach(() => rmSync(above, { recursive: true }));

test('a folder that did not exist is made, and replaced as a whole by the next one', () => {
  writeFolder(folder, entries, [...filesOf('before'), { path: 'pages/old.html', contents: '' }]);
  expect(whyNotReplaceable(folder, entries)).toBeUndefined();
  writeFolder(folder, entries, filesOf('after'));
  expect(readFileSync(join(folder, 'pages/deep/index.html'), 'utf8')).toBe('after');
  expect(readdirSync(join(folder, 'pages'))).toEqual(['deep']);
  expect(readdirSync(join(above, 'deep'))).toEqual(['site']);
});

test('an empty folder is filled', () => {
  mkdirSync(folder, { recursive: true });
  expect(whyNotReplaceable(folder, entries)).toBeUndefined();
  writeFolder(folder, entries, filesOf('text'));
  expect(readdirSync(folder).toSorted()).toEqual(entries);
});

test('files that break off leave the folder as it was, and nothing beside it', () => {
  writeFolder(folder, entries, filesOf('before'));
  const broken = function* (): Generator<FolderFile> {
    yield* filesOf('after');
    throw new Error('broken off');
  };
  expect(() => writeFolder(folder, entries, broken())).toThrow('broken off');
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('before');
  expect(readdirSync(join(above, 'deep'))).toEqual(['site']);
});

test.for<[what: string, make: () => void, why: RegExp]>([
  [
    'a file',
    () => {
      mkdirSync(join(above, 'deep'));
      writeFileSync(folder, 'mine');
    },
    /^it is not a folder$/,
  ],
  [
    'a folder with something else',
    () => {
      mkdirSync(join(folder, 'pages'), { recursive: true });
      writeFileSync(join(folder, 'index.html'), 'mine');
      writeFileSync(join(folder, 'CNAME'), 'mine');
    },
    /^it has something else in it: CNAME$/,
  ],
  [
    'a folder of which only names are the same',
    () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.html'), 'mine');
    },
    /^it is not empty, and was not written by this report$/,
  ],
  ['a path through a file', () => writeFileSync(join(above, 'deep'), 'mine'), /^E[A-Z]+: /],
])('%s is left alone', ([, make, why]) => {
  make();
  const before = readdirSync(above, { recursive: true, encoding: 'utf8' }).toSorted();
  expect(whyNotReplaceable(folder, entries)).toMatch(why);
  expect(() => writeFolder(folder, entries, filesOf('text'))).toThrow(why);
  expect(readdirSync(above, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(before);
});
