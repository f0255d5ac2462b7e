import { decide, type Decision } from '../../../../suites/judging/decide.ts';
import { type Check, checkId } from '../../../../suites/vocabulary/check.ts';
import { nameOfFact } from '../../../../suites/vocabulary/fact.ts';
import { needsOf } from '../../../../suites/vocabulary/needs.ts';
import type { Cell, CheckResult, Column, Results } from '../../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../../suites/vocabulary/scenario.ts';
import { describeExpected } from '../../../../suites/wording/ruling.ts';
import { cellFinder, hasWireTwin } from '../../../model/cells.ts';
import { placeInWords } from '../../../model/place-in-words.ts';
import type { ProfiledMatrix } from '../per-profile.ts';
import { Interned } from './interned.ts';
import { type CheckData, type ColumnData, type TableData, verdictOrder } from './table-data.ts';

const FIRST_CODE = '0'.charCodeAt(0);

function columnData(column: Column, columns: readonly Column[], cells: readonly Cell[]): ColumnData {
  const { id, client, transport, version, runtime, known = {} } = column;
  const used = new Set(cells.flatMap(({ checks }) => Object.values(checks).flatMap((result) => result.known ?? [])));
  return {
    id,
    client,
    transport,
    version,
    runtime,
    isTwin: hasWireTwin(column, columns),
    known: Object.fromEntries(Object.entries(known).filter(([entry]) => used.has(entry))),
  };
}

/** The data of the page for a run, of which there is a matrix for each profile. */
export function makeTableData(run: Results, matrices: readonly ProfiledMatrix[]): TableData {
  const { profiles, requirements, columns, cells } = run;
  const decisions = new Interned<Decision>();
  const results = new Interned<CheckResult>();
  const find = cellFinder(cells);
  const cellsOf = Map.groupBy(cells, ({ column }) => column);

  function checkData(scenario: Scenario, check: Check): CheckData {
    const id = checkId(scenario.id, check);
    const own = new Interned<number>();
    const codes = columns.map((column) => {
      const result = find(column.id, scenario.id)?.checks[id];
      return result ? String.fromCharCode(FIRST_CODE + own.indexOf(results.indexOf(result))) : ' ';
    });
    return {
      name: nameOfFact(check.fact),
      fact: check.fact,
      ...(check.given && { given: `${nameOfFact(check.given.fact)} is ${check.given.oneOf.map(describeExpected).join(' or ')}` }),
      where: placeInWords(check.fact, scenario),
      decisions: profiles.map((profile) => decisions.indexOf(decide(id, check, profile))),
      results: own.values,
      columns: codes.join(''),
    };
  }

  const suites = run.suites.map(({ id, title, scenarios }, index) => ({
    id,
    title,
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      needs: needsOf(scenario),
      checks: scenario.checks.map((check) => checkData(scenario, check)),
    })),
    counts: matrices.map(({ matrix }) =>
      (matrix.suites[index]?.counts ?? []).map((counts) => verdictOrder.map((verdict) => counts[verdict])),
    ),
  }));
  return {
    startedAt: run.run.startedAt,
    profile: run.run.profile,
    profiles: profiles.map(({ name, title }) => ({ name, title })),
    requirements,
    columns: columns.map((column) => columnData(column, columns, cellsOf.get(column.id) ?? [])),
    decisions: decisions.values,
    results: results.values,
    suites,
    faults: Object.fromEntries(
      cells.flatMap(({ column, scenario, fault }) => (fault === undefined ? [] : [[`${column} ${scenario}`, fault]])),
    ),
  };
}
