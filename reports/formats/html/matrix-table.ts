import { h, type ComponentChildren } from 'preact';
import type { Column, Results } from '../../../suites/vocabulary/result.ts';
import type { MatrixRow, MatrixSuite } from '../../model/matrix.ts';
import { countList } from './counts.ts';
import { perProfile, type ProfiledMatrix } from './per-profile.ts';

const columnHead = ({ id, version }: Column): ComponentChildren =>
  h('th', { scope: 'col', 'data-column': id }, h('span', { class: 'client' }, id), h('span', { class: 'version' }, version));

const row = ({ scenario, cells }: MatrixRow): ComponentChildren =>
  h(
    'tr',
    { 'data-scenario': scenario.id },
    h('th', { scope: 'row', title: scenario.id }, scenario.title, h('code', {}, scenario.id.slice(scenario.id.indexOf('/') + 1))),
    cells.map(({ text, verdict }) => h('td', { 'data-verdict': verdict }, h('button', { type: 'button', tabIndex: -1 }, text))),
  );

/** What every client did in every scenario, under the profile of the run. The page fills in the other profiles. */
export function matrixTable(results: Results, matrices: readonly ProfiledMatrix[]): ComponentChildren {
  const { columns, run } = results;
  const suiteAt = (profile: number, suite: number): MatrixSuite => matrices[profile]!.matrix.suites[suite]!;
  const shown = Math.max(
    0,
    matrices.findIndex(({ profile }) => profile.name === run.profile),
  );
  const body = (_: unknown, suite: number): ComponentChildren => {
    const {
      suite: { id, title },
      rows,
    } = suiteAt(shown, suite);
    return h(
      'tbody',
      {},
      h(
        'tr',
        { class: 'suite' },
        h('th', { scope: 'rowgroup' }, title, h('code', {}, id)),
        columns.map((_column, column) =>
          h(
            'td',
            {},
            perProfile(results, 'span', (_profile, index) => countList(suiteAt(index, suite).counts[column]!)),
          ),
        ),
      ),
      rows.map(row),
    );
  };
  return h(
    'table',
    { id: 'matrix' },
    h(
      'caption',
      {},
      h(
        'span',
        {},
        'What each client did. Symbol and colour show the verdict. Open a cell to see its requests, answers and checks. Arrow keys move between cells.',
      ),
    ),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h(
          'th',
          { scope: 'col' },
          'Scenario',
          perProfile(results, 'span', ({ title }) => title),
        ),
        columns.map(columnHead),
      ),
    ),
    results.suites.map(body),
  );
}
