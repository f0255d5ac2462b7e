import { checkId } from '../suites/vocabulary/check.ts';
import { nameOfFact, type Fact } from '../suites/vocabulary/fact.ts';
import type { Column, Results } from '../suites/vocabulary/result.ts';
import { verdicts, type Verdict } from '../suites/vocabulary/verdict.ts';
import { decisionOn, describeDecision } from './expectation.ts';
import { cellFinder, judgedChecks } from './matrix.ts';

/** One thing that clients do against the profile, however many scenarios show it. */
export interface WorstFinding {
  readonly verdict: Extract<Verdict, 'fail' | 'warn'>;
  readonly fact: Fact;
  readonly finding: string;
  readonly expected: string;
  readonly count: number;
  /** In how many scenarios each client does it; most first. */
  readonly columns: readonly { readonly id: Column['id']; readonly count: number }[];
  readonly example: { readonly column: Column['id']; readonly scenario: string };
}

interface Occurrence extends Pick<WorstFinding, 'verdict' | 'fact' | 'finding' | 'expected' | 'example'> {}

/** Clients that also run on the wire are judged there: under MSW the same fault would be told twice. */
const judgedColumns = ({ columns }: Results): readonly Column[] =>
  columns.filter(({ id, transport }) => transport === 'wire' || !columns.some((other) => id === `${other.id}~msw`));

function occurrences(results: Results, profileName: string): readonly Occurrence[] {
  const profile = results.profiles.find(({ name }) => name === profileName);
  if (!profile) return [];
  const find = cellFinder(results);
  return judgedColumns(results).flatMap((column) =>
    results.suites.flatMap(({ scenarios }) =>
      scenarios.flatMap((scenario): readonly Occurrence[] => {
        const cell = find(column.id, scenario.id);
        return (cell ? judgedChecks(scenario, cell) : []).flatMap(({ check, result: { finding, verdicts } }) => {
          const verdict = verdicts[profileName];
          if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
          const expected = describeDecision(decisionOn(checkId(scenario.id, check), check, profile));
          const example = { column: column.id, scenario: scenario.id };
          return [{ verdict, fact: check.fact, finding: finding.value, expected, example }];
        });
      }),
    ),
  );
}

function summarise(group: readonly [Occurrence, ...Occurrence[]]): WorstFinding {
  const byColumn = Map.groupBy(group, ({ example }) => example.column);
  const columns = [...byColumn].map(([id, { length }]) => ({ id, count: length })).sort((a, b) => b.count - a.count);
  return { ...group[0], count: group.length, columns };
}

/** A client that hangs or dies goes before one that leaks a secret, and that before everything else. */
const gravest: readonly Fact['kind'][] = ['canary', 'settled'];

const compare = (a: WorstFinding, b: WorstFinding): number =>
  verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) ||
  gravest.indexOf(b.fact.kind) - gravest.indexOf(a.fact.kind) ||
  b.count - a.count;

/** What is amiss under a profile, worst first: one entry for each check name, finding and expectation. */
export function worstFindings(results: Results, profile: string): readonly WorstFinding[] {
  const groups = Map.groupBy(occurrences(results, profile), ({ verdict, fact, finding, expected }) =>
    JSON.stringify([verdict, nameOfFact(fact), finding, expected]),
  );
  return [...groups.values()].map((group) => summarise(group as [Occurrence, ...Occurrence[]])).sort(compare);
}
