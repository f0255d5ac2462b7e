import { decide } from '../../../suites/judging/decide.ts';
import { judgeRuling } from '../../../suites/judging/judge.ts';
import { type Check, checkId, type Ruling } from '../../../suites/vocabulary/check.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { type Verdict, verdicts } from '../../../suites/vocabulary/verdict.ts';
import type { CheckData } from '../html/data/table-data.ts';
import type { TableModel } from '../html/data/table-model.ts';

/** A ruling that rests on a requirement, and what it says of each column. */
export interface StatementTest {
  readonly scenario: Scenario;
  /** The name of the check: `request@target`. */
  readonly check: string;
  readonly ruling: Ruling;
  /** The verdict of this ruling alone, by the place of the column; a column that did not run has none. */
  readonly verdicts: readonly (Verdict | undefined)[];
}

/** The rulings of the catalogue, whatever the profile, and those of the house that the profile adds. */
function rulingsOn(scenario: Scenario, check: Check, profile: Profile): readonly Ruling[] {
  const decided: readonly Ruling[] = decide(checkId(scenario.id, check), check, profile).rulings;
  return [...check.rulings, ...decided.filter(({ authority }) => authority === 'house')];
}

function verdictsOf(table: TableModel, check: CheckData, ruling: Ruling): StatementTest['verdicts'] {
  const list: (Verdict | undefined)[] = table.data.columns.map(() => undefined);
  for (const { result, columns } of table.resultsOf(check)) {
    const verdict = judgeRuling(result.finding, ruling);
    for (const column of columns) list[column] = verdict;
  }
  return list;
}

/** What tests each requirement: every ruling that rests on it, whether or not it decides under the profile. */
export function testsByStatement(
  { suites }: Pick<Results, 'suites'>,
  table: TableModel,
  profile: Profile,
): ReadonlyMap<string, readonly StatementTest[]> {
  const tests = suites
    .flatMap(({ scenarios }) => scenarios)
    .flatMap((scenario) => {
      const data = table.scenarios.get(scenario.id)?.checks ?? [];
      return scenario.checks.flatMap((check, index) => {
        const own = data[index];
        return own === undefined
          ? []
          : rulingsOn(scenario, check, profile).map((ruling): StatementTest => ({
              scenario,
              check: own.name,
              ruling,
              verdicts: verdictsOf(table, own, ruling),
            }));
      });
    });
  return Map.groupBy(tests, ({ ruling }) => ruling.requirement);
}

/** How a client stands to a requirement: the worst verdict, and in how many tests it was met, missed, or went another way. */
export interface Standing {
  readonly column: number;
  readonly verdict: Verdict;
  readonly met: number;
  readonly missed: number;
  /** Permitted, but not what the statement names. */
  readonly otherwise: number;
}

/** How each client stands to a requirement. */
export function standings(tests: readonly StatementTest[], columns: number): readonly Standing[] {
  return Array.from({ length: columns }, (_, column): Standing => {
    const own = tests.flatMap((test) => test.verdicts[column] ?? []);
    const count = (...wanted: readonly Verdict[]): number => own.filter((verdict) => wanted.includes(verdict)).length;
    const worst = Math.max(0, ...own.map((verdict) => verdicts.indexOf(verdict)));
    return {
      column,
      verdict: verdicts[worst] ?? 'n/a',
      met: count('pass'),
      missed: count('fail', 'warn'),
      otherwise: count('note'),
    };
  });
}
