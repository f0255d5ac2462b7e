import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { groupDifferences, mockPairs, type MockDifferenceGroup } from '../../mock-differences.ts';
import { cellLink } from './cell-link.ts';

const headings = ['Check', 'On the wire', 'Under MSW', 'Count', 'Clients', 'Example'];

const row = ({ check, onTheWire, underMock, count, columns, example }: MockDifferenceGroup): ComponentChildren =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('code', {}, check)),
    h('td', {}, onTheWire),
    h('td', {}, underMock),
    h('td', { class: 'count' }, count),
    h('td', {}, columns.map((id) => id.replace(/~msw$/, '')).join(', ')),
    h('td', {}, cellLink(example)),
  );

/** Where a client under MSW behaves otherwise than over sockets; nothing if no client was run both ways. */
export function mockSection(results: Results): ComponentChildren {
  const pairs = mockPairs(results);
  if (pairs.length === 0) return null;
  const groups = groupDifferences(pairs);
  const perClient = pairs.map(({ wire, differences, compared }) => `${wire} ${differences.length} of ${compared}`).join(', ');
  return h(
    'details',
    { class: 'aside' },
    h(
      'summary',
      {},
      h('h2', {}, 'Wire against mock'),
      ` ${groups.length === 0 ? 'no finding differs' : `findings differ in ${groups.length} ways`} when MSW answers in place of a server`,
    ),
    h(
      'table',
      {},
      h('caption', {}, `Findings that differ: ${perClient}. Differences of one kind are told once.`),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          headings.map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      h('tbody', {}, groups.map(row)),
    ),
  );
}
