import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from './write-whole.ts';

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
