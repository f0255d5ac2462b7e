import { nameOfFact } from '../suites/vocabulary/fact.ts';
import type { Cell, Column, Results } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';
import { cellFinder, judgedChecks, textOfFinding } from './matrix.ts';

/** A client that was run over sockets and under MSW. */
export interface MockPair {
  readonly wire: Column['id'];
  readonly mock: Column['id'];
  /** How many checks could be compared. */
  readonly compared: number;
  readonly differences: readonly MockDifference[];
}

export interface MockDifference {
  readonly scenario: string;
  readonly check: string;
  readonly onTheWire: string;
  readonly underMock: string;
}

/** What MSW cannot show is not compared, nor why something is n/a on either side. */
const canBeCompared = (onTheWire: Finding, underMock: Finding): boolean =>
  'value' in underMock || ('value' in onTheWire && underMock.none !== 'transport');

function compare(scenario: Scenario, onTheWire: Cell, underMock: Cell): readonly MockDifference[] {
  const mocked = new Map(judgedChecks(scenario, underMock).map(({ check, result }) => [nameOfFact(check.fact), result.finding]));
  return judgedChecks(scenario, onTheWire).flatMap(
    ({ check: { fact }, result: { finding: wired } }): readonly MockDifference[] => {
      const check = nameOfFact(fact);
      const mock = mocked.get(check);
      if (!mock || !canBeCompared(wired, mock)) return [];
      return [{ scenario: scenario.id, check, onTheWire: textOfFinding(wired), underMock: textOfFinding(mock) }];
    },
  );
}

/** Every client that was run both ways, and the checks on which the two ways differ. */
export function mockPairs(results: Results): readonly MockPair[] {
  const find = cellFinder(results);
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  return results.columns.flatMap(({ id: mock }): readonly MockPair[] => {
    const wire = results.columns.find(({ id }) => mock === `${id}~msw`)?.id;
    if (wire === undefined) return [];
    const compared = scenarios.flatMap((scenario) => {
      const [onTheWire, underMock] = [find(wire, scenario.id), find(mock, scenario.id)];
      return onTheWire && underMock ? compare(scenario, onTheWire, underMock) : [];
    });
    return [{ wire, mock, compared: compared.length, differences: compared.filter((each) => each.onTheWire !== each.underMock) }];
  });
}

/** Differences of one kind, over clients and scenarios. */
export interface MockDifferenceGroup extends Omit<MockDifference, 'scenario'> {
  readonly count: number;
  readonly columns: readonly Column['id'][];
  readonly example: { readonly column: Column['id']; readonly scenario: string };
}

/** Differences grouped by check name and by both findings, most frequent first. */
export function groupDifferences(pairs: readonly MockPair[]): readonly MockDifferenceGroup[] {
  const all = pairs.flatMap(({ mock, differences }) => differences.map((difference) => ({ mock, ...difference })));
  const groups = Map.groupBy(all, ({ check, onTheWire, underMock }) => JSON.stringify([check, onTheWire, underMock]));
  return [...groups.values()]
    .flatMap((group) =>
      group.slice(0, 1).map(({ mock, scenario, check, onTheWire, underMock }) => ({
        check,
        onTheWire,
        underMock,
        count: group.length,
        columns: [...new Set(group.map((each) => each.mock))],
        example: { column: mock, scenario },
      })),
    )
    .toSorted((a, b) => b.count - a.count);
}
