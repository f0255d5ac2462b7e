import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { worstFindings, type WorstFinding } from '../../model/worst-findings.ts';
import { cellLink } from './cell-link.ts';
import { perProfile } from './per-profile.ts';

const MOST_SHOWN = 8;

const item = ({ verdict, check, finding, message, expected, count, known, columns, example }: WorstFinding): ComponentChildren =>
  h(
    'li',
    {},
    h(
      'span',
      { class: 'count', 'data-verdict': verdict },
      `${count} `,
      h('span', { role: 'img', 'aria-label': verdict }, verdictSymbols[verdict]),
    ),
    h(
      'p',
      {},
      h('code', {}, check),
      ' ',
      h('b', {}, `“${message === undefined ? finding : `${finding}: ${message}`}”`),
      `, ${expected}`,
    ),
    h(
      'p',
      { class: 'who' },
      columns.map(({ id, count: times }) => (columns.length > 1 ? `${id} ${times}` : id)).join(', '),
      ', e.g. ',
      cellLink(example),
      known > 0 && (known === count ? ', known' : `, ${known} of them known`),
    ),
  );

function list(findings: readonly WorstFinding[]): ComponentChildren {
  if (findings.length === 0) return h('p', {}, 'No check failed.');
  const rest = findings.slice(MOST_SHOWN);
  return [
    h('ul', {}, findings.slice(0, MOST_SHOWN).map(item)),
    ...(rest.length > 0 ? [h('details', {}, h('summary', {}, `${rest.length} more`), h('ul', {}, rest.map(item)))] : []),
  ];
}

/** The worst findings under each profile. */
export function worstSection(results: Results): ComponentChildren {
  return h(
    'section',
    { class: 'worst' },
    h('h2', {}, 'Worst findings'),
    perProfile(results, 'div', ({ name }) => list(worstFindings(results, name))),
  );
}
