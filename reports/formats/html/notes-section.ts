import { h, type ComponentChildren } from 'preact';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { visible } from '../../../suites/wording/visible.ts';

/** What a reader should know about the clients before the verdicts; nothing if there is nothing to know. */
export function notesSection({ columns }: Results): ComponentChildren {
  const notes = columns.flatMap(({ id, notes: all = [] }) => all.map((note) => ({ id, note })));
  if (notes.length === 0) return null;
  return h(
    'section',
    { class: 'notes' },
    h('h2', {}, 'Notes on clients'),
    h(
      'ul',
      {},
      notes.map(({ id, note }) => h('li', {}, h('code', {}, visible(id)), `: ${visible(note)}`)),
    ),
  );
}
