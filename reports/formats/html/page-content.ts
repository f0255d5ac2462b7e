import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { nginxNote } from '../../model/run-summary.ts';
import { coverageSection } from './coverage-section.ts';
import { filters } from './filters.ts';
import { matrixTable } from './matrix-table.ts';
import { mockSection } from './mock-section.ts';
import { notesSection } from './notes-section.ts';
import type { ProfiledMatrix } from './per-profile.ts';
import { storySection } from './story-section.ts';
import { summary } from './summary.ts';
import { worstSection } from './worst-section.ts';

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
    run.nginx !== undefined && h('p', { class: 'run' }, nginxNote(run)),
  );

/** What a reader sees of the page, under the profile of the run. */
export const pageContent = (results: Results, matrices: readonly ProfiledMatrix[]): ComponentChildren => [
  header(results),
  h(
    'main',
    {},
    filters(results),
    notesSection(results),
    h('div', { class: 'overview' }, summary(results, matrices), worstSection(results)),
    storySection(results),
    mockSection(results),
    coverageSection(results),
    matrixTable(results, matrices),
  ),
  h('dialog', { id: 'cell', 'aria-labelledby': 'cell-title' }),
];
