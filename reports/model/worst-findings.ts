import { decide } from '../../suites/judging/decide.ts';
import type { FactKind } from '../../suites/vocabulary/fact.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell, Column, Results } from '../../suites/vocabulary/result.ts';
import { type Verdict, verdicts } from '../../suites/vocabulary/verdict.ts';
import { describeMissed, missedRulings } from '../../suites/wording/ruling.ts';
import { cellReader, hasWireTwin, type JudgedCell } from './cells.ts';
import { byGravity, nameOfDeviation } from './gravity.ts';

/** One deviation from the profile, whatever the number of scenarios that show it. */
export interface WorstFinding {
  readonly verdict: Extract<Verdict, 'fail' | 'warn'>;
  readonly kind: FactKind;
  /** `request@target`; a leaked secret is one deviation wherever it was sent: `canary:authorization`. */
  readonly check: string;
  readonly finding: string;
  /** The message of the error in the example, where the finding does not say what error it is. */
  readonly message?: string;
  /** What the rules require instead: `must be “absent”`. */
  readonly expected: string;
  /** The requirements behind it, by id. */
  readonly requirements: readonly string[];
  readonly count: number;
  /** How many of them are known deviations. */
  readonly known: number;
  /** How often each client does it, the most frequent first. */
  readonly columns: readonly { readonly id: Column['id']; readonly count: number }[];
  readonly example: { readonly column: Column['id']; readonly scenario: string };
}

/** One failed check of one cell. */
interface Occurrence extends Omit<WorstFinding, 'count' | 'columns' | 'known'> {
  readonly isKnown: boolean;
}

/** The message of the error that a cell ends in. */
function messageIn({ observation }: Cell): string | undefined {
  const error = observation?.outcomes.find(({ kind }) => kind === 'error');
  return error?.kind === 'error' ? error.error.message : undefined;
}

function occurrencesIn({ cell, checks }: JudgedCell, profile: Profile): readonly Occurrence[] {
  return checks.flatMap(({ id, check, result: { finding, verdicts: its, known } }): readonly Occurrence[] => {
    const verdict = its[profile.name];
    if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
    const message = finding.value === 'error: other' ? messageIn(cell) : undefined;
    const missed = missedRulings(decide(id, check, profile), finding.value);
    return [
      {
        verdict,
        kind: check.fact.kind,
        check: nameOfDeviation(check.fact),
        finding: finding.value,
        ...(message !== undefined && { message }),
        isKnown: known !== undefined,
        expected: describeMissed(missed),
        requirements: missed.map(({ requirement }) => requirement),
        example: { column: cell.column, scenario: cell.scenario },
      },
    ];
  });
}

/** A client under MSW that also ran over sockets is left out: its deviations would be counted twice. */
const judgedColumns = ({ columns }: Results): readonly Column[] => columns.filter((column) => !hasWireTwin(column, columns));

function summarise(group: readonly Occurrence[]): readonly WorstFinding[] {
  const byColumn = Map.groupBy(group, ({ example }) => example.column);
  const columns = [...byColumn].map(([id, { length }]) => ({ id, count: length })).toSorted((a, b) => b.count - a.count);
  const requirements = [...new Set(group.flatMap((each) => each.requirements))];
  const known = group.filter(({ isKnown }) => isKnown).length;
  const [first] = columns.slice(0, 1).flatMap(({ id }) => byColumn.get(id) ?? []);
  if (!first) return [];
  const { isKnown: _, ...example } = first;
  return [{ ...example, requirements, count: group.length, known, columns }];
}

/** Among those of one verdict, what is not known comes before what is. */
const compare = (a: WorstFinding, b: WorstFinding): number =>
  verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) ||
  Number(a.known === a.count) - Number(b.known === b.count) ||
  byGravity(a, b) ||
  b.count - a.count;

/** The deviations from a profile, the worst first, and of equals those that are not known: one entry for each check name, finding and expectation. */
export function worstFindings(results: Results, profileName: string): readonly WorstFinding[] {
  const profile = results.profiles.find(({ name }) => name === profileName);
  if (!profile) return [];
  const read = cellReader(results);
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  const all = judgedColumns(results).flatMap(({ id }) =>
    scenarios.flatMap((scenario) => {
      const cell = read(id, scenario.id);
      return cell ? occurrencesIn(cell, profile) : [];
    }),
  );
  const groups = Map.groupBy(all, ({ verdict, check, finding, expected }) => JSON.stringify([verdict, check, finding, expected]));
  return [...groups.values()].flatMap(summarise).toSorted(compare);
}
