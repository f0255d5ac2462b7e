import { satisfies } from './satisfies.ts';
import type { Level, Ruling } from '../vocabulary/check.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { type Verdict, verdicts } from '../vocabulary/verdict.ts';

const whenMissed: Readonly<Record<Level, Verdict>> = { must: 'fail', should: 'warn', may: 'note' };

/** The verdict on a finding by one ruling alone. */
export function judgeRuling(finding: Finding, { level, expect }: Pick<Ruling, 'level' | 'expect'>): Verdict {
  if ('none' in finding) return finding.none === 'harness fault' ? 'error' : 'n/a';
  return satisfies(finding.value, expect) ? 'pass' : whenMissed[level];
}

/**
 * The verdict on a finding by the rulings of one authority: a missed must is `fail`, a missed should `warn`. If there are
 * permissions and none of them names the finding, it is a `note`, whatever musts and shoulds it meets.
 */
export function judge(finding: Finding, rulings: readonly Pick<Ruling, 'level' | 'expect'>[]): Verdict {
  if ('none' in finding) return finding.none === 'harness fault' ? 'error' : 'n/a';
  const each = rulings.map((ruling) => judgeRuling(finding, ruling));
  if (each.includes('fail')) return 'fail';
  if (each.includes('warn')) return 'warn';
  const permissions = rulings.filter(({ level }) => level === 'may');
  const deciding = permissions.length > 0 ? permissions : rulings;
  return deciding.some((ruling) => judgeRuling(finding, ruling) === 'pass') ? 'pass' : 'note';
}

/** The worst of several verdicts, for cells and totals; n/a where there is none. */
export function worst(list: readonly Verdict[]): Verdict {
  return list.reduce<Verdict>((a, b) => (verdicts.indexOf(b) > verdicts.indexOf(a) ? b : a), 'n/a');
}
