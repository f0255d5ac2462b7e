import { nameOfFact } from '../suites/vocabulary/fact.ts';
import type { Column, Results } from '../suites/vocabulary/result.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';
import { cellFinder, judgedChecks, textOfFinding } from './matrix.ts';

/** A client that finds other things under MSW than over sockets. */
export interface MockPair {
  readonly wire: Column['id'];
  readonly mock: Column['id'];
  /** How many checks were compared: those that MSW can show at all. */
  readonly compared: number;
  readonly differences: readonly MockDifference[];
}

export interface MockDifference {
  readonly scenario: string;
  readonly check: string;
  readonly onTheWire: string;
  readonly underMock: string;
}

const canBeCompared = (finding: Finding): boolean => !('none' in finding && finding.none === 'transport');

/** Every client that was run both ways, and the checks on which the two ways differ. */
export function mockPairs(results: Results): readonly MockPair[] {
  const find = cellFinder(results);
  return results.columns.flatMap(({ id: mock }): readonly MockPair[] => {
    const wire = results.columns.find(({ id }) => mock === `${id}~msw`)?.id;
    if (wire === undefined) return [];
    const compared = results.suites.flatMap(({ scenarios }) =>
      scenarios.flatMap((scenario) => {
        const [onWire, onMock] = [find(wire, scenario.id), find(mock, scenario.id)];
        if (!onWire || !onMock) return [];
        const mocked = new Map(judgedChecks(scenario, onMock).map(({ check, result }) => [nameOfFact(check.fact), result.finding]));
        return judgedChecks(scenario, onWire).flatMap(({ check, result }): readonly MockDifference[] => {
          const name = nameOfFact(check.fact);
          const finding = mocked.get(name);
          if (!finding || !canBeCompared(finding)) return [];
          return [{ scenario: scenario.id, check: name, onTheWire: textOfFinding(result.finding), underMock: textOfFinding(finding) }];
        });
      }),
    );
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
    .sort((a, b) => b.count - a.count);
}
