import { judge } from '../../../../suites/judging/judge.ts';
import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import { changeClause } from '../../../../suites/wording/clause.ts';
import { describeFinding } from '../../../../suites/wording/finding.ts';
import { changeBetween, type ChangeKind, changeKinds } from '../../../model/changed-finding.ts';
import type { CheckData, ScenarioData } from './table-data.ts';
import type { TableModel } from './table-model.ts';

/** What an earlier run found. */
export interface EarlierRun {
  readonly startedAt: string;
  readonly columns: readonly string[];
  readonly scenarios: readonly string[];
  readonly find: (column: string, scenario: string, check: string) => Finding | undefined;
}

/** One result that is not as it was; a run without the check has no finding. */
interface ChangedResult {
  readonly column: number;
  readonly scenario: string;
  readonly check: string;
  readonly before?: Finding;
}

/** What the page knows of an earlier run: only what is not as it was. */
export interface EarlierData {
  readonly startedAt: string;
  readonly results: readonly ChangedResult[];
  /** Clients of this run that the earlier one does not have. */
  readonly newColumns: readonly string[];
  /** Clients of the earlier run that this one does not have. */
  readonly goneColumns: readonly string[];
  /** How many scenarios of the earlier run this one does not have. */
  readonly unknownScenarios: number;
}

/** How a result changed under a profile. */
export interface ResultChange {
  readonly kind: ChangeKind;
  readonly column: number;
  readonly scenario: ScenarioData;
  readonly check: CheckData;
  /** In words. */
  readonly clause: string;
}

/** Compares with an earlier run what both have. */
export function earlierData(model: TableModel, { startedAt, columns, scenarios, find }: EarlierRun): EarlierData {
  const ids = model.data.columns.map(({ id }) => id);
  const both = ids.flatMap((id, column) => (columns.includes(id) ? [{ id, column }] : []));
  const compare = (scenario: ScenarioData, check: CheckData): readonly ChangedResult[] =>
    both.flatMap(({ id, column }): readonly ChangedResult[] => {
      const before = find(id, scenario.id, check.name);
      const after = model.result(check, column)?.finding;
      const hasValue = [before, after].some((finding) => finding && 'value' in finding);
      if (!hasValue || (before && after && 'value' in before && 'value' in after && before.value === after.value)) return [];
      return [{ column, scenario: scenario.id, check: check.name, ...(before && { before }) }];
    });
  return {
    startedAt,
    results: [...model.scenarios.values()].flatMap((scenario) => scenario.checks.flatMap((check) => compare(scenario, check))),
    newColumns: ids.filter((id) => !columns.includes(id)),
    goneColumns: columns.filter((id) => !ids.includes(id)),
    unknownScenarios: scenarios.filter((id) => !model.scenarios.has(id)).length,
  };
}

const inWords = ({ fact }: CheckData, finding: Finding | undefined): string => {
  if (!finding) return 'not in that run';
  return 'value' in finding ? describeFinding(fact, finding.value) : `n/a, ${finding.because}`;
};

function clauseOf(check: CheckData, before: Finding | undefined, after: Finding | undefined): string {
  if (before && after && 'value' in before && 'value' in after)
    return changeClause(check.fact, before.value, after.value, check.where);
  return `${inWords(check, after)} (before: ${inWords(check, before)})`;
}

/** Every result that changed, both sides judged by the rules of this run. */
export function changesIn(model: TableModel, { results }: EarlierData, profile: string): readonly ResultChange[] {
  return results.flatMap(({ column, scenario: id, check: name, before }): readonly ResultChange[] => {
    const scenario = model.scenarios.get(id);
    const check = scenario?.checks.find((each) => each.name === name);
    if (!scenario || !check) return [];
    const { rulings } = model.decision(check, profile);
    const [was, is] = [before, model.result(check, column)?.finding].map(
      (finding) => finding && { finding, verdict: judge(finding, rulings) },
    );
    const kind = changeBetween(was, is);
    if (kind === undefined || kind === 'same' || kind === 'fault') return [];
    return [{ kind, column, scenario, check, clause: clauseOf(check, before, is?.finding) }];
  });
}

/** Equal changes of several scenarios and columns. */
export interface EqualChanges extends Pick<ResultChange, 'kind' | 'clause'> {
  readonly changes: readonly ResultChange[];
}

/** The changes by kind, regressions first, then the most frequent. */
export function equalChanges(changes: readonly ResultChange[]): readonly EqualChanges[] {
  const groups = Map.groupBy(changes, ({ kind, clause }) => `${kind} ${clause}`);
  return [...groups.values()]
    .flatMap((members) => members.slice(0, 1).map(({ kind, clause }) => ({ kind, clause, changes: members })))
    .toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || b.changes.length - a.changes.length);
}
