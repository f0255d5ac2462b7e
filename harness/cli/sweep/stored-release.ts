import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { writeWhole } from '../../../reports/write-whole.ts';
import { judgeFindings } from '../../../suites/judging/judge-findings.ts';
import { checkId } from '../../../suites/vocabulary/check.ts';
import { findingSchema } from '../../../suites/vocabulary/finding.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import { type Cell, columnSchema, type Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { Shape } from '../../../suites/vocabulary/shape.ts';

/** One release of a client as a sweep stores it: what it did, without what follows from that. */
const storedReleaseSchema = z.object({
  catalogue: z.int(),
  column: columnSchema,
  findings: z.record(z.string(), findingSchema).describe('By check id.'),
  fault: z.string().describe('Why it could not be run, if so.').exactOptional(),
});
export interface StoredRelease extends Shape<typeof storedReleaseSchema> {}

const fileOf = (folder: string, column: string): string => join(folder, `${column.replaceAll('/', '+')}.json.gz`);

/** What is to be stored of a column of a run. */
export function toStored({ run, columns, cells }: Results, id: string): StoredRelease | undefined {
  const column = columns.find((each) => each.id === id);
  if (!column) return undefined;
  const own = cells.filter((cell) => cell.column === id);
  const findings = own.flatMap(({ checks }) => Object.entries(checks).map(([check, { finding }]) => [check, finding] as const));
  const fault = own.find((cell) => cell.fault !== undefined)?.fault;
  return { catalogue: run.catalogue, column, findings: Object.fromEntries(findings), ...(fault !== undefined && { fault }) };
}

/** Stores a release in a folder, some 40 KB for the whole catalogue. */
export function store(folder: string, release: StoredRelease): void {
  writeWhole(fileOf(folder, release.column.id), gzipSync(JSON.stringify(release)));
}

/** A release that was stored before, if it has everything that is asked for; else it has to be run again. */
export function readStored(
  folder: string,
  column: string,
  catalogue: number,
  scenarios: readonly Scenario[],
): StoredRelease | undefined {
  const file = fileOf(folder, column);
  if (!existsSync(file)) return undefined;
  try {
    const stored = storedReleaseSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString())) as StoredRelease;
    const isWhole = scenarios.every(({ id, checks }) => checks.every((check) => checkId(id, check) in stored.findings));
    return stored.catalogue === catalogue && isWhole ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** A stored release as cells, judged by these profiles. */
export const cellsOf = (
  { column, findings }: StoredRelease,
  scenarios: readonly Scenario[],
  profiles: readonly Profile[],
): readonly Cell[] =>
  scenarios.map((scenario) => ({
    column: column.id,
    scenario: scenario.id,
    checks: judgeFindings(
      scenario,
      (check) => findings[checkId(scenario.id, check)] ?? { none: 'call failed', because: 'not stored' },
      profiles,
    ),
  }));
