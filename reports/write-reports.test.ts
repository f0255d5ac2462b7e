import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { badge } from './formats/badge.ts';
import type { TextFormat } from './formats/format.ts';
import { json } from './formats/json.ts';
import { sampleGateRun } from './sample.fixture.ts';
import { writeReports } from './write-reports.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redirect-report-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a report that can no longer be written is named, and the others are written', async () => {
  mkdirSync(join(folder, 'taken'));
  const failures = await writeReports(sampleGateRun(), {
    output: folder,
    reports: [
      { format: json, file: join(folder, 'taken') },
      { format: badge, file: join(folder, 'badge.json') },
    ],
    files: [],
  });
  expect(failures).toEqual([expect.stringMatching(/^cannot write .*taken: E[A-Z]+: /)]);
  expect(readdirSync(folder).toSorted()).toEqual(['badge.json', 'taken']);
});

test('a format sees what earlier ones wrote, and how much room a shared file has', async () => {
  const seen: object[] = [];
  const spy: TextFormat = {
    name: 'github',
    description: '',
    render: (_, { written, room, colour }) => {
      seen.push({ written: Object.keys(written), room, colour });
      return '1234567';
    },
  };
  const file = join(folder, 'shared');
  const shared = { format: spy, file, appendUpTo: 10 };
  await writeReports(sampleGateRun(), {
    output: folder,
    reports: [{ format: badge, file: join(folder, 'badge.json') }, shared, shared],
    files: [{ name: 'file.txt', text: () => 'text' }],
  });
  expect(seen).toEqual([
    { written: ['badge'], room: 10, colour: false },
    { written: ['badge'], room: 3, colour: false },
  ]);
  expect(readdirSync(folder).toSorted()).toEqual(['badge.json', 'file.txt', 'shared']);
});
