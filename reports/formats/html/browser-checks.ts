// oxlint-disable unicorn/consistent-function-scoping -- the browser gets the exported function and nothing that stands beside it
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Finding, satisfies, Verdict } from '../../../suites/vocabulary/verdict.ts';
import type { Child, make } from './browser-make.ts';
import type { CellData, CheckData, DecisionData, PageData, RulingData, ScenarioData } from './page-data.ts';

export interface ChecksParts {
  readonly make: typeof make;
  readonly satisfies: typeof satisfies;
  readonly symbols: Readonly<Record<Verdict, string>>;
}

/** Runs in the browser; must not refer to anything outside itself but what it is given. Gives a function that shows the checks of a cell, the worst first. */
export function checksPanel(
  { requirements, profiles }: PageData,
  { make, satisfies, symbols }: ChecksParts,
): (cell: CellData, about: ScenarioData, profile: string) => HTMLElement {
  function citation(id: string, disputed: string | undefined): HTMLElement {
    const requirement: Requirement | undefined = requirements[id];
    if (!requirement) return make('p', { class: 'citation' }, id);
    const { source, section, url, statement, level } = requirement;
    const place = `${source}, ${/^\d/.test(section) ? 'section ' : ''}${section}`;
    const link =
      url !== undefined && /^https?:/.test(url) ? make('a', { href: url, rel: 'noreferrer', target: '_blank' }, place) : place;
    return make(
      'blockquote',
      { class: 'citation' },
      make('p', {}, statement),
      make('footer', {}, link, ` (${level})`),
      ...(disputed === undefined ? [] : [make('p', { class: 'disputed' }, make('strong', {}, 'Disputed: '), disputed)]),
    );
  }

  /** What became of one ruling: a check may meet one and miss another. */
  function verdictOn({ level, expect }: RulingData, finding: Finding): Verdict {
    if ('none' in finding) return 'n/a';
    if (satisfies(finding.value, expect)) return 'pass';
    return level === 'must' ? 'fail' : level === 'should' ? 'warn' : 'note';
  }

  function expectation({ by, reason, rulings }: DecisionData, finding: Finding): readonly Child[] {
    if (rulings.length === 0) return [make('p', { class: 'expected' }, reason ?? 'Nobody in this profile has a say on it.')];
    return [
      ...(reason === undefined ? [] : [make('p', { class: 'expected' }, `Overruled by the profile: ${reason}`)]),
      ...rulings.flatMap((ruling) => {
        const verdict = verdictOn(ruling, finding);
        return [
          make(
            'p',
            { class: 'expected' },
            make('span', { 'data-verdict': verdict }, symbols[verdict]),
            ` ${ruling.words} `,
            make('span', { class: 'label' }, `by ${by}`),
          ),
          citation(ruling.requirement, ruling.disputed),
        ];
      }),
    ];
  }

  function check(
    { name, finding, verdicts }: CellData['checks'][number],
    { given, decisions }: CheckData,
    profile: string,
  ): HTMLElement {
    const verdict = verdicts[profile] ?? 'n/a';
    const matters = verdict !== 'n/a' && !(verdict === 'pass' && name.startsWith('settled'));
    const elsewhere = Object.entries(verdicts).filter(([other, its]) => other !== profile && its !== verdict);
    return make(
      'details',
      { class: 'check', 'data-verdict': verdict, ...(matters && { open: '' }) },
      make(
        'summary',
        {},
        make('span', { class: 'verdict' }, `${symbols[verdict]} ${verdict}`),
        ' ',
        make('code', {}, name),
        make('span', { class: 'finding' }, 'value' in finding ? finding.value : finding.because),
      ),
      ...(given === undefined ? [] : [make('p', { class: 'given' }, `Looked at where ${given}.`)]),
      ...(decisions[profile] ? expectation(decisions[profile], finding) : []),
      ...(elsewhere.length > 0
        ? [
            make(
              'p',
              { class: 'otherwise' },
              `Otherwise judged: ${elsewhere.map(([other, its]) => `${symbols[its]} ${its} under ${other}`).join(', ')}`,
            ),
          ]
        : []),
    );
  }

  return (cell, about, profile) => {
    const severity = ['error', 'fail', 'warn', 'note', 'pass', 'n/a'];
    const rank = (verdict: string | undefined): number => severity.indexOf(verdict ?? 'n/a');
    const checks = cell.checks
      .toSorted((a, b) => rank(a.verdicts[profile]) - rank(b.verdicts[profile]))
      .flatMap((each) => about.checks.filter(({ name }) => name === each.name).map((data) => check(each, data, profile)));
    return make('section', { class: 'checks' }, make('h3', {}, `By the rules of ${profiles[profile] ?? profile}`), ...checks);
  };
}
