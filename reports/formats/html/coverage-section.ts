import { h, type ComponentChildren } from 'preact';
import type { CatalogueCoverage, Results, Share } from '../../../suites/vocabulary/result.ts';

const tiers = ['portable', 'client', 'browser'] as const;

const share = ({ covered, rows }: Share): ComponentChildren =>
  h('td', { class: 'count' }, rows === 0 ? '' : `${covered} of ${rows}`);

const total = (shares: readonly Share[]): Share => ({
  covered: shares.reduce((sum, { covered }) => sum + covered, 0),
  rows: shares.reduce((sum, { rows }) => sum + rows, 0),
});

const line = (name: string, shares: readonly Share[]): ComponentChildren =>
  h('tr', {}, h('th', { scope: 'row' }, name), shares.map(share));

const table = (caption: string, headings: readonly string[], lines: readonly ComponentChildren[]): ComponentChildren =>
  h(
    'table',
    {},
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        headings.map((heading) => h('th', { scope: 'col' }, heading)),
      ),
    ),
    h('tbody', {}, lines),
  );

const behaviourTable = ({ behaviours }: CatalogueCoverage): ComponentChildren =>
  table(
    'Behaviours that other projects test. Portable: a standard or several libraries describe it. Client: only one library does. Browser: it needs a web page.',
    ['Group', ...tiers],
    [
      ...behaviours.map((row) =>
        line(
          row.group,
          tiers.map((tier) => row[tier]),
        ),
      ),
      line(
        'all',
        tiers.map((tier) => total(behaviours.map((row) => row[tier]))),
      ),
    ],
  );

const requirementTable = ({ requirements }: CatalogueCoverage): ComponentChildren =>
  table(
    'Requirements that can be tested on the wire.',
    ['Topic', 'covered'],
    [...requirements.map((row) => line(row.topic, [row])), line('all', [total(requirements)])],
  );

/** How much of the known behaviours and requirements the whole catalogue covers. */
export function coverageSection({ coverage }: Results): ComponentChildren {
  const portable = total(coverage.behaviours.map((row) => row.portable));
  return h(
    'details',
    { class: 'aside' },
    h(
      'summary',
      {},
      h('h2', {}, 'Coverage'),
      ` ${portable.covered} of ${portable.rows} portable behaviours that other projects test have a scenario`,
    ),
    h('div', { class: 'coverage' }, behaviourTable(coverage), requirementTable(coverage)),
  );
}
