import { gzipSync } from 'node:zlib';
import { checkId, type Expected, type Level } from '../../../suites/vocabulary/check.ts';
import { nameOfFact } from '../../../suites/vocabulary/fact.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Cell, CheckResult, Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { Decision } from '../../../suites/vocabulary/decision.ts';
import { describeRuling } from '../../../suites/vocabulary/wording.ts';
import { decisionOn } from '../../expectation.ts';
import { cellFinder, judgedChecks, viewCell, type CellView } from '../../matrix.ts';
import { tellStory, type Story } from './story.ts';
import { visible } from '../../../suites/vocabulary/visible.ts';

export interface RulingData {
  readonly words: string;
  readonly level: Level;
  readonly expect: Expected;
  readonly requirement: string;
  readonly disputed?: string;
}

export interface DecisionData {
  readonly by: Decision['by'];
  readonly reason?: string;
  readonly rulings: readonly RulingData[];
}

export interface CheckData {
  readonly name: string;
  /** When the check is looked at, in words. */
  readonly given?: string;
  readonly decisions: Readonly<Record<Profile['name'], DecisionData>>;
}

export interface ScenarioData {
  readonly title: string;
  readonly checks: readonly CheckData[];
}

export interface CellData {
  readonly views: Readonly<Record<Profile['name'], CellView>>;
  readonly story?: Story;
  readonly fault?: string;
  readonly checks: readonly (CheckResult & { readonly name: string })[];
}

/** What the page needs to switch profiles and to open a cell. */
export interface PageData {
  /** The title of each, by name. */
  readonly profiles: Readonly<Record<Profile['name'], string>>;
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly scenarios: Readonly<Record<string, ScenarioData>>;
  /** By column, then by scenario. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, CellData>>>>;
}

function decisionData(decision: Decision): DecisionData {
  if (decision.by === 'nobody') return { by: decision.by, rulings: [] };
  const rulings = decision.rulings.map(({ level, expect, requirement, disputed }) => ({
    words: describeRuling({ level, expect }),
    level,
    expect,
    requirement,
    ...(disputed !== undefined && { disputed }),
  }));
  return { by: decision.by, ...('reason' in decision && { reason: decision.reason }), rulings };
}

const scenarioData = ({ id, title, checks }: Scenario, profiles: readonly Profile[]): ScenarioData => ({
  title,
  checks: checks.map((check) => ({
    name: nameOfFact(check.fact),
    ...(check.given && { given: `${nameOfFact(check.given.fact)} is ${check.given.oneOf.join(' or ')}` }),
    decisions: Object.fromEntries(
      profiles.map((profile) => [profile.name, decisionData(decisionOn(checkId(id, check), check, profile))]),
    ),
  })),
});

const cellData = (scenario: Scenario, cell: Cell, profiles: readonly Profile[]): CellData => ({
  views: Object.fromEntries(profiles.map(({ name }) => [name, viewCell(scenario, cell, name)])),
  ...(cell.observation && { story: tellStory(scenario, cell.observation) }),
  ...(cell.fault !== undefined && { fault: cell.fault }),
  checks: judgedChecks(scenario, cell).map(({ check, result }) => ({ name: nameOfFact(check.fact), ...result })),
});

/** Everything behind the table, out of a run. */
export function pageData(results: Results): PageData {
  const { profiles, requirements, columns } = results;
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  const find = cellFinder(results);
  return {
    profiles: Object.fromEntries(profiles.map(({ name, title }) => [name, title])),
    requirements,
    scenarios: Object.fromEntries(scenarios.map((scenario) => [scenario.id, scenarioData(scenario, profiles)])),
    cells: Object.fromEntries(
      columns.map(({ id }) => [
        id,
        Object.fromEntries(
          scenarios.flatMap((scenario) => {
            const cell = find(id, scenario.id);
            return cell ? [[scenario.id, cellData(scenario, cell, profiles)]] : [];
          }),
        ),
      ]),
    ),
  };
}

/** Data as text that no HTML parser can trip over, base64 having no `<`, and that hides nothing once it is shown. */
export function pack(data: PageData): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? visible(value) : value));
  return gzipSync(text).toString('base64');
}
