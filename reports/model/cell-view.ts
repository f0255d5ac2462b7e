import { worst } from '../../suites/judging/judge.ts';
import type { Fact, FactKind } from '../../suites/vocabulary/fact.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { describeFinding } from '../../suites/wording/finding.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';

/** The fact of a check, and its result. */
interface SeenFact {
  readonly check: { readonly fact: Fact };
  readonly result: CheckResult;
}

/** What a cell of the table shows: what the client did, and the verdict of a profile on it. */
export interface CellView {
  readonly text: string;
  readonly verdict: Verdict;
}

const MOST_FINDINGS = 2;
const LONGEST = 60;

/** Short enough for a cell. */
function brief(items: readonly string[]): string {
  const shown = items.slice(0, MOST_FINDINGS).map((item) => (item.length > LONGEST ? `${item.slice(0, LONGEST)}…` : item));
  const left = items.length - shown.length;
  return shown.join('; ') + (left > 0 ? `; +${left}` : '');
}

const describeAll = (checks: readonly SeenFact[]): readonly string[] => [
  ...new Set(
    checks.flatMap(({ check: { fact }, result: { finding } }) =>
      'value' in finding ? [describeFinding(fact, finding.value)] : [],
    ),
  ),
];

/** The kinds of facts that best show what a client did, the best first. */
const mainKinds: readonly FactKind[] = ['next', 'request', 'outcome', 'followed'];

const hasValue = ({ result: { finding } }: SeenFact, value: string): boolean => 'value' in finding && finding.value === value;

/** Which secrets arrived somewhere, of those that were checked. */
function secretsSent(checks: readonly SeenFact[]): readonly string[] {
  const found = checks.flatMap(({ check: { fact }, result: { finding } }) =>
    fact.kind === 'canary' && 'value' in finding ? [{ secret: fact.secret, sent: finding.value === 'sent' }] : [],
  );
  if (found.length === 0) return [];
  const sent = new Set(found.flatMap((each) => (each.sent ? [each.secret] : [])));
  return [sent.size > 0 ? `sent ${[...sent].join(', ')}` : 'sent no secret'];
}

/** What a client did, if nothing is wrong with it. */
function mainFindings(checks: readonly SeenFact[]): string {
  const notFollowed = checks.filter((each) => each.check.fact.kind === 'followed' && !hasValue(each, 'followed'));
  const candidates = [notFollowed, ...mainKinds.map((kind) => checks.filter(({ check }) => check.fact.kind === kind)), checks];
  const main = candidates.map(describeAll).find((words) => words.length > 0) ?? [];
  return brief([...main.slice(0, 1), ...secretsSent(checks), ...main.slice(1)]);
}

/**
 * The checks that a cell is made of. The settled check affects a cell only if it fails, or if there is no other:
 * otherwise every n/a and every note would read as a pass.
 */
function decidingChecks(checks: readonly SeenFact[], profile: string): readonly SeenFact[] {
  const others = checks.filter(({ check, result }) => check.fact.kind !== 'settled' || result.verdicts[profile] !== 'pass');
  return others.length > 0 ? others : checks;
}

/** What a cell with these checks shows, and its verdict under a profile: the worst of its checks. */
export function viewCell(allChecks: readonly SeenFact[], profile: string): CellView {
  const checks = decidingChecks(allChecks, profile);
  const verdict = worst(checks.flatMap(({ result }) => result.verdicts[profile] ?? []));
  if (checks.length === 0) return { text: 'not run', verdict };
  if (verdict === 'error') return { text: 'harness fault', verdict };
  if (verdict === 'n/a') return { text: 'n/a', verdict };
  const text =
    verdict === 'fail' || verdict === 'warn'
      ? brief(describeAll(checks.filter(({ result }) => result.verdicts[profile] === verdict)))
      : mainFindings(checks);
  return { text: text || verdict, verdict };
}
