import { h, type ComponentChildren } from 'preact';
import type { Decision } from '../../../../suites/judging/decide.ts';
import { judgeRuling } from '../../../../suites/judging/judge.ts';
import type { Ruling } from '../../../../suites/vocabulary/check.ts';
import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { describeRuling } from '../../../../suites/wording/ruling.ts';
import { verdictSymbols } from '../../../model/verdict-symbols.ts';
import { placeLink } from '../place-link.ts';
import type { TableData } from '../data/table-data.ts';
import type { CellCheck, TableModel } from '../data/table-model.ts';

type Requirements = TableData['requirements'];

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

interface CheckProps extends CellCheck {
  readonly model: TableModel;
  readonly column: number;
  readonly profile: string;
  readonly verdict: Verdict;
}

/** Why a deviation is known, if it is. */
function knownNote({ model, column, result: { known } }: CheckProps): ComponentChildren {
  const entry = known === undefined ? undefined : model.data.columns[column]?.known[known];
  if (!entry) return undefined;
  const { reason, link } = entry;
  return h(
    'p',
    { class: 'known' },
    h('strong', {}, 'Known: '),
    reason,
    link !== undefined && /^https?:/.test(link) && [' ', h('a', { href: link, rel: 'noreferrer', target: '_blank' }, link)],
  );
}

function Check(props: CheckProps): ComponentChildren {
  const {
    model,
    check: { name, given },
    result: { finding, verdicts },
    profile,
    verdict,
  } = props;
  const matters = verdict !== 'n/a' && !(verdict === 'pass' && name.startsWith('settled'));
  const elsewhere = Object.entries(verdicts).filter(([other, its]) => other !== profile && its !== verdict);
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
    decisionItems(model.decision(props.check, profile), finding, model.data.requirements),
    elsewhere.length > 0 &&
      h(
        'p',
        { class: 'otherwise' },
        `Other profiles: ${elsewhere.map(([other, its]) => `${verdictText(its)} under ${other}`).join(', ')}`,
      ),
    knownNote(props),
  );
}

interface ChecksPanelProps {
  readonly model: TableModel;
  readonly checks: readonly CellCheck[];
  readonly column: number;
  readonly profile: string;
}

/** The checks of a cell under a profile, the worst first: what each authority requires, and where that is written. */
export function ChecksPanel({ model, checks, column, profile }: ChecksPanelProps): ComponentChildren {
  const judged = checks.flatMap((each) => {
    const verdict = each.result.verdicts[profile];
    return verdict ? [{ ...each, model, column, profile, verdict }] : [];
  });
  return h(
    'section',
    { class: 'checks' },
    h('h3', {}, `Checks under ${model.data.profiles.find(({ name }) => name === profile)?.title ?? profile}`),
    judged
      .toSorted((a, b) => mostUrgent.indexOf(a.verdict) - mostUrgent.indexOf(b.verdict))
      .map((props) => h(Check, { key: props.check.name, ...props })),
  );
}
