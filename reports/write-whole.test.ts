import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whyNotWritable, writeWhole } from './write-whole.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redirect-report-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a file is written into a folder that did not exist, and replaces the one before', () => {
  const file = join(folder, 'deep', 'file.txt');
  writeWhole(file, 'before');
  writeWhole(file, 'after');
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(readdirSync(join(folder, 'deep'))).toEqual(['file.txt']);
});

test('a file that cannot be written leaves nothing behind', () => {
  mkdirSync(join(folder, 'file.txt', 'inside'), { recursive: true });
  expect(() => writeWhole(join(folder, 'file.txt'), 'text')).toThrow(/^E[A-Z]+:/);
  expect(readdirSync(folder)).toEqual(['file.txt']);
});

test('a file that can be written is tried without a trace, and an existing one keeps its text', () => {
  expect(whyNotWritable(join(folder, 'a', 'b', 'file.txt'))).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
  writeWhole(join(folder, 'file.txt'), 'before');
  expect(whyNotWritable(join(folder, 'file.txt'))).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['file.txt']);
  expect(readFileSync(join(folder, 'file.txt'), 'utf8')).toBe('before');
});

test.for<[what: string, path: string, why: RegExp]>([
  ['a folder', 'folder', /^it is a folder$/],
  ['a path through a file', 'file.txt/inside/file', /^E[A-Z]+: /],
  ['a link that leads nowhere', 'link/file', /^E[A-Z]+: /],
])('it is said why %s cannot be written', ([, path, why]) => {
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'file.txt'), '');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
  expect(whyNotWritable(join(folder, path))).toMatch(why);
  expect(readdirSync(folder).toSorted()).toEqual(['file.txt', 'folder', 'link']);
});

// mkdir with `recursive` never returned for a path in /proc.
test.runIf(process.platform === 'linux').for([
  ['/proc/no-such-folder/report/file.txt', /^ENOENT: /],
  ['/dev/full', /^it is not a regular file$/],
  ['/dev/full/file.txt', /^E[A-Z]+: /],
] as const)('it is said why %s cannot be written', ([path, why]) => {
  expect(whyNotWritable(path)).toMatch(why);
});
