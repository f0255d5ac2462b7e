import { gzipSync } from 'node:zlib';
import { decide, type Decision } from '../../../suites/judging/decide.ts';
import { checkId } from '../../../suites/vocabulary/check.ts';
import { nameOfFact } from '../../../suites/vocabulary/fact.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { CheckResult, Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { describeExpected } from '../../../suites/wording/ruling.ts';
import { visible } from '../../../suites/wording/visible.ts';
import type { CellView } from '../../model/cell-view.ts';
import { cellReader, type JudgedCell } from '../../model/cells.ts';
import { recordOf, type CellRecord } from '../../model/record.ts';
import type { ProfiledMatrix } from './per-profile.ts';

export interface CheckData {
  readonly name: string;
  /** The condition of the check, in words. */
  readonly given?: string;
  /** By profile. */
  readonly decisions: Readonly<Record<string, Decision>>;
}

export interface ScenarioData {
  readonly title: string;
  readonly checks: readonly CheckData[];
}

export interface CellData {
  /** What the cell shows, by profile. */
  readonly views: Readonly<Record<string, CellView | undefined>>;
  readonly record?: CellRecord;
  readonly fault?: string;
  readonly checks: readonly (CheckResult & { readonly name: string })[];
}

/** What the page needs to switch profiles and to open a cell. */
export interface PageData {
  /** The title of each profile, by its name. */
  readonly profiles: Readonly<Record<string, string>>;
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly scenarios: Readonly<Record<string, ScenarioData>>;
  /** By scenario, then by column, since this compresses best. Cells that were not run are missing. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, CellData>>>>;
}

const scenarioData = ({ id, title, checks }: Scenario, profiles: readonly Profile[]): ScenarioData => ({
  title,
  checks: checks.map((check) => ({
    name: nameOfFact(check.fact),
    ...(check.given && { given: `${nameOfFact(check.given.fact)} is ${check.given.oneOf.map(describeExpected).join(' or ')}` }),
    decisions: Object.fromEntries(profiles.map((profile) => [profile.name, decide(checkId(id, check), check, profile)])),
  })),
});

const cellData = (
  scenario: Scenario,
  { cell: { observation, fault }, checks }: JudgedCell,
  views: CellData['views'],
): CellData => ({
  views,
  ...(observation && { record: recordOf(scenario, observation) }),
  ...(fault !== undefined && { fault }),
  checks: checks.map(({ name, result }) => ({ name, ...result })),
});

/** The data of the page for a run, of which there is a matrix for each profile. */
export function pageData(results: Results, matrices: readonly ProfiledMatrix[]): PageData {
  const { profiles, requirements, columns, suites } = results;
  const scenarios = suites.flatMap((suite) => suite.scenarios);
  const read = cellReader(results);
  const rows = matrices.map(({ profile, matrix }) => [profile.name, matrix.suites.flatMap((suite) => suite.rows)] as const);
  const cellsOf = (scenario: Scenario, row: number): PageData['cells'][string] =>
    Object.fromEntries(
      columns.flatMap(({ id }, column) => {
        const cell = read(id, scenario.id);
        const views = Object.fromEntries(rows.map(([profile, each]) => [profile, each[row]?.cells[column]]));
        return cell ? [[id, cellData(scenario, cell, views)]] : [];
      }),
    );
  return {
    profiles: Object.fromEntries(profiles.map(({ name, title }) => [name, title])),
    requirements,
    scenarios: Object.fromEntries(scenarios.map((scenario) => [scenario.id, scenarioData(scenario, profiles)])),
    cells: Object.fromEntries(scenarios.map((scenario, row) => [scenario.id, cellsOf(scenario, row)])),
  };
}

/** Data as text without any character that HTML treats specially. Control characters in it are replaced by visible text. */
export function pack(data: PageData): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? visible(value) : value));
  return gzipSync(text).toString('base64');
}
