import { checkId } from '../suites/vocabulary/check.ts';
import { nameOfFact, type Fact } from '../suites/vocabulary/fact.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Cell, Column, Results } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { verdicts, type Verdict } from '../suites/vocabulary/verdict.ts';
import { decisionOn, describeMissed } from './expectation.ts';
import { cellFinder, hasWireTwin, judgedChecks } from './matrix.ts';

/** One thing that clients do against the profile, however many scenarios show it. */
export interface WorstFinding {
  readonly verdict: Extract<Verdict, 'fail' | 'warn'>;
  readonly kind: Fact['kind'];
  /** `request@target`; a leaked secret is one thing, wherever it went: `canary:authorization`. */
  readonly check: string;
  readonly finding: string;
  /** What the rules ask for instead: `must be “absent”`. */
  readonly expected: string;
  readonly count: number;
  /** How often each client does it; most first. */
  readonly columns: readonly { readonly id: Column['id']; readonly count: number }[];
  readonly example: { readonly column: Column['id']; readonly scenario: string };
}

/** One check gone wrong in one cell. */
type Occurrence = Omit<WorstFinding, 'count' | 'columns'>;

const nameOf = (fact: Fact): string => (fact.kind === 'canary' ? `canary:${fact.secret}` : nameOfFact(fact));

function occurrencesIn(cell: Cell, scenario: Scenario, profile: Profile): readonly Occurrence[] {
  return judgedChecks(scenario, cell).flatMap(({ check, result: { finding, verdicts: its } }): readonly Occurrence[] => {
    const verdict = its[profile.name];
    if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
    return [
      {
        verdict,
        kind: check.fact.kind,
        check: nameOf(check.fact),
        finding: finding.value,
        expected: describeMissed(decisionOn(checkId(scenario.id, check), check, profile), finding.value),
        example: { column: cell.column, scenario: scenario.id },
      },
    ];
  });
}

/** Clients that also run on the wire are judged there: under MSW the same fault would be told twice. */
const judgedColumns = ({ columns }: Results): readonly Column[] => columns.filter((column) => !hasWireTwin(column, columns));

function summarise(group: readonly Occurrence[]): readonly WorstFinding[] {
  const byColumn = Map.groupBy(group, ({ example }) => example.column);
  const columns = [...byColumn].map(([id, { length }]) => ({ id, count: length })).toSorted((a, b) => b.count - a.count);
  return group.slice(0, 1).map((first) => ({ ...first, count: group.length, columns }));
}

/** A client that hangs or dies goes before one that leaks a secret, and that before everything else. */
const gravest: readonly Fact['kind'][] = ['canary', 'settled'];

const compare = (a: WorstFinding, b: WorstFinding): number =>
  verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) ||
  gravest.indexOf(b.kind) - gravest.indexOf(a.kind) ||
  b.count - a.count;

/** What is amiss under a profile, worst first: one entry for each check name, finding and expectation. */
export function worstFindings(results: Results, profileName: string): readonly WorstFinding[] {
  const profile = results.profiles.find(({ name }) => name === profileName);
  if (!profile) return [];
  const find = cellFinder(results);
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  const all = judgedColumns(results).flatMap(({ id }) =>
    scenarios.flatMap((scenario) => {
      const cell = find(id, scenario.id);
      return cell ? occurrencesIn(cell, scenario, profile) : [];
    }),
  );
  const groups = Map.groupBy(all, ({ verdict, check, finding, expected }) => JSON.stringify([verdict, check, finding, expected]));
  return [...groups.values()].flatMap(summarise).toSorted(compare);
}
