import { h, type ComponentChildren } from 'preact';
import { wireIdOf } from '../../../suites/vocabulary/column-id.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { groupDifferences, mockPairs, mocksOf, type MockDifferenceGroup } from '../../model/mock-differences.ts';
import { cellLink } from './cell-link.ts';

const headings = ['Check', 'On the wire', 'Under the mock', 'Count', 'Clients', 'Example'];

const row = ({ check, onTheWire, underMock, count, columns, example }: MockDifferenceGroup): ComponentChildren =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('code', {}, check)),
    h('td', {}, onTheWire),
    h('td', {}, underMock),
    h('td', { class: 'count' }, count),
    h('td', {}, columns.map(wireIdOf).join(', ')),
    h('td', {}, cellLink(example)),
  );

/** Where the findings of a client under MSW differ from those over sockets; nothing if no client ran both ways. */
export function mockSection(results: Results): ComponentChildren {
  const pairs = mockPairs(results);
  if (pairs.length === 0) return null;
  const mocks = mocksOf(results);
  const groups = groupDifferences(pairs);
  const perClient = pairs.map(({ wire, differences, compared }) => `${wire} ${differences.length} of ${compared}`).join(', ');
  return h(
    'details',
    { class: 'aside' },
    h(
      'summary',
      {},
      h('h2', {}, `Wire compared with ${mocks}`),
      ` ${groups.length === 0 ? 'no finding differs' : `findings differ in ${groups.length} ways`} when ${mocks} answers instead of a server`,
    ),
    h(
      'table',
      {},
      h('caption', {}, `Findings that differ: ${perClient}. Equal differences are one row.`),
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
