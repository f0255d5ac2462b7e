import { h, type ComponentChildren } from 'preact';
import type { Decision } from '../../../../suites/judging/decide.ts';
import { judgeRuling } from '../../../../suites/judging/judge.ts';
import type { Ruling } from '../../../../suites/vocabulary/check.ts';
import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import type { CheckResult } from '../../../../suites/vocabulary/result.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { describeRuling } from '../../../../suites/wording/ruling.ts';
import { verdictSymbols } from '../../../model/verdict-symbols.ts';
import { placeLink } from '../place-link.ts';
import type { CellData, CheckData, PageData, ScenarioData } from '../page-data.ts';

type Requirements = PageData['requirements'];

/** What needs a look first. */
const mostUrgent: readonly Verdict[] = ['error', 'fail', 'warn', 'note', 'pass', 'n/a'];

function citation({ requirement: id, disputed }: Ruling, requirements: Requirements): ComponentChildren {
  const requirement = requirements[id];
  if (!requirement) return h('p', { class: 'citation' }, id);
  const { statement, level } = requirement;
  return h(
    'blockquote',
    { class: 'citation' },
    h('p', {}, statement),
    h('footer', {}, placeLink(requirement), ` (${level})`),
    disputed !== undefined && h('p', { class: 'disputed' }, h('strong', {}, 'Disputed: '), disputed),
  );
}

function rulingItem(ruling: Ruling, by: string, finding: Finding, requirements: Requirements): ComponentChildren {
  const verdict = judgeRuling(finding, ruling);
  return [
    h(
      'p',
      { class: 'expected' },
      h('span', { 'data-verdict': verdict }, verdictSymbols[verdict]),
      ` ${describeRuling(ruling)} `,
      h('span', { class: 'label' }, `according to ${ruling.authority === 'house' ? 'the profile' : by}`),
    ),
    citation(ruling, requirements),
  ];
}

function decisionWords(decision: Decision): string | undefined {
  if (decision.by === 'no authority') return 'No authority in this profile rules on this check.';
  if (decision.by !== 'the profile') return undefined;
  return `The profile ${decision.rulings.length > 0 ? 'overrules' : 'ignores'} this check: ${decision.reason}`;
}

function decisionItems(decision: Decision, finding: Finding, requirements: Requirements): ComponentChildren {
  const words = decisionWords(decision);
  const rulings: readonly Ruling[] = decision.rulings;
  return [
    words !== undefined && h('p', { class: 'expected' }, words),
    rulings.map((ruling) => rulingItem(ruling, decision.by, finding, requirements)),
  ];
}

const verdictText = (verdict: Verdict): string => `${verdictSymbols[verdict]} ${verdict}`;

interface CheckProps extends CheckData, CheckResult {
  readonly profile: string;
  readonly verdict: Verdict;
  readonly requirements: Requirements;
}

function Check({ name, given, decisions, finding, verdicts, profile, verdict, requirements }: CheckProps): ComponentChildren {
  const matters = verdict !== 'n/a' && !(verdict === 'pass' && name.startsWith('settled'));
  const elsewhere = Object.entries(verdicts).filter(([other, its]) => other !== profile && its !== verdict);
  const decision = decisions[profile];
  return h(
    'details',
    { class: 'check', 'data-verdict': verdict, open: matters },
    h(
      'summary',
      {},
      h('span', { class: 'verdict' }, verdictText(verdict)),
      ' ',
      h('code', {}, name),
      h('span', { class: 'finding' }, 'value' in finding ? finding.value : finding.because),
    ),
    given !== undefined && h('p', { class: 'given' }, `Checked only if ${given}.`),
    decision && decisionItems(decision, finding, requirements),
    elsewhere.length > 0 &&
      h(
        'p',
        { class: 'otherwise' },
        `Other profiles: ${elsewhere.map(([other, its]) => `${verdictText(its)} under ${other}`).join(', ')}`,
      ),
  );
}

interface ChecksPanelProps {
  readonly data: Pick<PageData, 'profiles' | 'requirements'>;
  readonly about: ScenarioData;
  readonly cell: CellData;
  readonly profile: string;
}

/** The checks of a cell under a profile, the worst first: what each authority requires, and where that is written. */
export function ChecksPanel({ data: { profiles, requirements }, about, cell, profile }: ChecksPanelProps): ComponentChildren {
  const checks = cell.checks.flatMap(({ name, finding, verdicts }) => {
    const verdict = verdicts[profile];
    const check = about.checks.find((each) => each.name === name);
    return check && verdict ? [{ ...check, finding, verdicts, verdict, profile, requirements }] : [];
  });
  return h(
    'section',
    { class: 'checks' },
    h('h3', {}, `Checks under ${profiles[profile] ?? profile}`),
    checks
      .toSorted((a, b) => mostUrgent.indexOf(a.verdict) - mostUrgent.indexOf(b.verdict))
      .map((check) => h(Check, { key: check.name, ...check })),
  );
}
