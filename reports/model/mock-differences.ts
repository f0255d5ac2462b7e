import { wireIdOf } from '../../suites/vocabulary/column-id.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Column, Results } from '../../suites/vocabulary/result.ts';
import { cellReader, type JudgedCell } from './cells.ts';

/** A client that ran over sockets and under a mock. */
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

const textOfFinding = (finding: Finding): string => ('value' in finding ? finding.value : `n/a: ${finding.because}`);

const isFault = (finding: Finding): boolean => 'none' in finding && finding.none === 'harness fault';

/** What a mock cannot show is not compared, and neither are faults of the harness nor two reasons for n/a. */
const canBeCompared = (onTheWire: Finding, underMock: Finding): boolean =>
  !isFault(onTheWire) &&
  !isFault(underMock) &&
  ('value' in underMock || ('value' in onTheWire && underMock.none !== 'transport'));

function compare(onTheWire: JudgedCell, underMock: JudgedCell): readonly MockDifference[] {
  const mocked = new Map(underMock.checks.map(({ name, result }) => [name, result.finding]));
  return onTheWire.checks.flatMap(({ name, result: { finding: wired } }): readonly MockDifference[] => {
    const mock = mocked.get(name);
    if (!mock || !canBeCompared(wired, mock)) return [];
    const { scenario } = onTheWire.cell;
    return [{ scenario, check: name, onTheWire: textOfFinding(wired), underMock: textOfFinding(mock) }];
  });
}

/** The mocks of a run by name: `MSW or nock`. */
export const mocksOf = ({ columns }: Pick<Results, 'columns'>): string =>
  [...new Set(columns.flatMap(({ transport }) => (transport === 'wire' ? [] : nameOfMock[transport])))].join(' or ');

/** Every client that ran over sockets and under a mock, and the checks whose findings differ. */
export function mockPairs(results: Results): readonly MockPair[] {
  const read = cellReader(results);
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  return results.columns.flatMap(({ id: mock }): readonly MockPair[] => {
    const wire = results.columns.find(({ id }) => id !== mock && id === wireIdOf(mock))?.id;
    if (wire === undefined) return [];
    const compared = scenarios.flatMap((scenario) => {
      const [onTheWire, underMock] = [read(wire, scenario.id), read(mock, scenario.id)];
      return onTheWire && underMock ? compare(onTheWire, underMock) : [];
    });
    return [{ wire, mock, compared: compared.length, differences: compared.filter((each) => each.onTheWire !== each.underMock) }];
  });
}

/** Equal differences of several clients and scenarios. */
export interface MockDifferenceGroup extends Omit<MockDifference, 'scenario'> {
  readonly count: number;
  readonly columns: readonly Column['id'][];
  readonly example: { readonly column: Column['id']; readonly scenario: string };
}

/** Differences grouped by check name and by both findings, the most frequent first. */
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
