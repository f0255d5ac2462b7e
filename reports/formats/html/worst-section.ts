import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { verdictSymbols } from '../../model/verdict-symbols.ts';
import { worstFindings, type WorstFinding } from '../../model/worst-findings.ts';
import { cellLink } from './cell-link.ts';
import { perProfile } from './per-profile.ts';
import { placeLink } from './place-link.ts';

const MOST_SHOWN = 8;

/** The first of the requirements that are not met, and how many more there are. */
function citation([first, ...more]: readonly string[], requirements: Results['requirements']): ComponentChildren {
  const requirement = first === undefined ? undefined : requirements[first];
  if (!requirement) return undefined;
  return h('p', { class: 'who' }, 'according to ', placeLink(requirement), more.length > 0 && `, and ${more.length} more`);
}

const item = (
  { verdict, check, finding, message, expected, requirements: cited, count, known, columns, example }: WorstFinding,
  requirements: Results['requirements'],
): ComponentChildren =>
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
    citation(cited, requirements),
  );

function list(findings: readonly WorstFinding[], requirements: Results['requirements']): ComponentChildren {
  if (findings.length === 0) return h('p', {}, 'No check failed.');
  const rest = findings.slice(MOST_SHOWN);
  const items = (some: readonly WorstFinding[]): ComponentChildren =>
    h(
      'ul',
      {},
      some.map((finding) => item(finding, requirements)),
    );
  return [
    items(findings.slice(0, MOST_SHOWN)),
    ...(rest.length > 0 ? [h('details', {}, h('summary', {}, `${rest.length} more`), items(rest))] : []),
  ];
}

/** The worst findings under each profile. */
export function worstSection(results: Results): ComponentChildren {
  return h(
    'section',
    { class: 'worst' },
    h('h2', {}, 'Worst findings'),
    perProfile(results, 'div', ({ name }) => list(worstFindings(results, name), results.requirements)),
  );
}
