import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { nginxNote, partialNote } from '../../model/run-summary.ts';
import { brokenCards } from './broken-section.ts';
import { changes } from './changes-section.ts';
import type { EarlierData } from './data/earlier.ts';
import { clientCounts } from './client-counts.ts';
import { clientsSection } from './clients-section.ts';
import { coverageSection } from './coverage-section.ts';
import { firstColumns } from './data/table-data.ts';
import type { TableModel } from './data/table-model.ts';
import { filters, profileChoice } from './filters.ts';
import { mockSection } from './mock-section.ts';
import { notesSection } from './notes-section.ts';
import { perProfile, type ProfiledMatrix } from './per-profile.ts';
import { plainMatrix } from './plain-matrix.ts';
import { storySection } from './story-section.ts';

const header = ({ run, suites }: Results): ComponentChildren =>
  h(
    'header',
    {},
    h('h1', {}, 'How HTTP clients follow redirects'),
    h(
      'p',
      { class: 'run' },
      `${run.tool.name} ${run.tool.version}, ${suites.reduce((sum, { scenarios }) => sum + scenarios.length, 0)} scenarios, ${run.runtime}, `,
      h('time', { dateTime: run.startedAt }, run.startedAt),
    ),
    [nginxNote(run), partialNote(run)].map((note) => note !== undefined && h('p', { class: 'run' }, note)),
  );

/** What the page is made of, beside the results. */
interface ContentData {
  readonly model: TableModel;
  readonly matrices: readonly ProfiledMatrix[];
  readonly earlier?: EarlierData;
}

/** What a browser shows in place of the table if it runs no scripts. */
export function plainContent({ data }: TableModel, matrices: readonly ProfiledMatrix[]): ComponentChildren {
  return plainMatrix(data, matrices.find(({ profile }) => profile.name === data.profile)?.matrix.suites ?? []);
}

/** What a reader sees of the page, under the profile of the run. */
export function pageContent(results: Results, { model, matrices, earlier }: ContentData): ComponentChildren {
  const { data } = model;
  const { profile } = data;
  return [
    header(results),
    h(
      'main',
      {},
      profileChoice(data),
      clientsSection(data, clientCounts(model, matrices)),
      h(
        'section',
        { class: 'broken' },
        h(
          'h2',
          {},
          'What is broken under ',
          perProfile(results, 'span', ({ title }) => title),
        ),
        h('div', { id: 'broken' }, brokenCards(model, profile, firstColumns(data))),
      ),
      h('section', { id: 'changes' }, changes(model, earlier, profile, '')),
      notesSection(results),
      storySection(results),
      mockSection(results),
      coverageSection(results),
      h(
        'section',
        { class: 'table' },
        h('h2', {}, 'What each client did'),
        filters(data),
        h(
          'p',
          { id: 'hint', class: 'about' },
          'Symbol and colour show the verdict. Open a cell to see its requests, answers and checks. Arrow keys move between cells.',
        ),
        h(
          'div',
          { id: 'scroller' },
          h('table', {
            id: 'matrix',
            role: 'grid',
            'aria-label': 'What each client did in each scenario',
            'aria-describedby': 'hint',
          }),
        ),
      ),
    ),
    h('dialog', { id: 'cell', 'aria-labelledby': 'cell-title' }),
  ];
}
