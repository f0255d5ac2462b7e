import { h, render, type ComponentChildren } from 'preact';
import { verdictSymbols } from '../../../model/verdict-symbols.ts';
import type { PageData } from '../page-data.ts';
import { hashOfCell } from './address.ts';
import { ChecksPanel } from './checks-panel.ts';
import { RecordPanel } from './record-panel.ts';

interface CellDialogProps {
  readonly data: PageData;
  readonly column: string;
  readonly scenario: string;
  readonly profile: string;
}

/** Links to the same scenario in every column. */
const otherCells = ({ data: { cells }, column, scenario, profile }: CellDialogProps): ComponentChildren =>
  Object.entries(cells[scenario] ?? {}).flatMap(([other, { views }]) => {
    const view = views[profile];
    if (!view) return [];
    const current = other === column ? { 'aria-current': 'true' as const } : {};
    const title = `${view.verdict}: ${view.text}`;
    return h(
      'a',
      { href: hashOfCell(other, scenario), 'data-verdict': view.verdict, title, ...current },
      `${verdictSymbols[view.verdict]} ${other}`,
    );
  });

function commandFor({ column, scenario }: CellDialogProps): string {
  const client = column.replace(/~msw$/, '');
  return `npm test -- --client=${client} --scenario=${scenario}${client === column ? '' : ' --transport=msw'}`;
}

/** What a cell opens into. */
function CellDialog(props: CellDialogProps): ComponentChildren {
  const { data, column, scenario, profile } = props;
  const cell = data.cells[scenario]?.[column];
  const about = data.scenarios[scenario];
  if (!cell || !about) return null;
  return [
    h(
      'header',
      {},
      h('h2', { id: 'cell-title', tabIndex: -1 }, column, ' ', h('span', { class: 'title' }, about.title)),
      h('code', { class: 'id' }, scenario),
      h('form', { method: 'dialog' }, h('button', { 'aria-label': 'Close', class: 'close' }, '✕')),
    ),
    h('nav', { 'aria-label': 'The same scenario in other clients' }, otherCells(props)),
    h('div', { class: 'sides' }, h(RecordPanel, cell), h(ChecksPanel, { data, about, cell, profile })),
    h(
      'footer',
      {},
      h('p', {}, 'Text in braces is a placeholder. In a run it is the address of an origin or a planted secret.'),
      h('p', {}, 'To run this cell again: ', h('code', {}, commandFor(props))),
    ),
  ];
}

/** Shows a cell in the dialog of the page. */
export function openCell(dialog: HTMLDialogElement, props: CellDialogProps): void {
  // Nothing is kept of the cell before: its open and closed checks are not those of this one.
  render(null, dialog);
  render(h(CellDialog, props), dialog);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('h2')?.focus();
  dialog.scrollTop = 0;
}
