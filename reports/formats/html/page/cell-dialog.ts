import { h, render, type ComponentChildren } from 'preact';
import { verdictSymbols } from '../../../model/verdict-symbols.ts';
import type { ScenarioData } from '../data/table-data.ts';
import type { TableModel } from '../data/table-model.ts';
import { hashOfCell } from './address.ts';
import { ChecksPanel } from './checks-panel.ts';
import { RecordPanel, type ShownRecord } from './record-panel.ts';

interface CellDialogProps {
  readonly model: TableModel;
  readonly column: number;
  readonly scenario: ScenarioData;
  readonly profile: string;
  readonly record: ShownRecord;
}

/** Links to the same scenario in every column. */
const otherCells = ({ model, column, scenario, profile }: CellDialogProps): ComponentChildren =>
  model.data.columns.map(({ id }, other) => {
    if (!model.hasCell(scenario, other)) return undefined;
    const { verdict, text } = model.view(scenario, other, profile);
    const current = other === column ? { 'aria-current': 'true' as const } : {};
    return h(
      'a',
      { href: hashOfCell(id, scenario.id), 'data-verdict': verdict, title: `${verdict}: ${text}`, ...current },
      `${verdictSymbols[verdict]} ${id}`,
    );
  });

function commandFor(column: string, scenario: string): string {
  const client = column.replace(/~msw$/, '');
  return `npm test -- --client=${client} --scenario=${scenario}${client === column ? '' : ' --transport=msw'}`;
}

/** What a cell opens into. */
function CellDialog(props: CellDialogProps): ComponentChildren {
  const { model, column, scenario, profile, record } = props;
  const { id = '' } = model.data.columns[column] ?? {};
  return [
    h(
      'header',
      {},
      h('h2', { id: 'cell-title', tabIndex: -1 }, id, ' ', h('span', { class: 'title' }, scenario.title)),
      h('code', { class: 'id' }, scenario.id),
      h('form', { method: 'dialog' }, h('button', { 'aria-label': 'Close', class: 'close' }, '✕')),
    ),
    h('nav', { 'aria-label': 'The same scenario in other clients' }, otherCells(props)),
    h(
      'div',
      { class: 'sides' },
      h(RecordPanel, { record, fault: model.data.faults[`${id} ${scenario.id}`] }),
      h(ChecksPanel, { model, checks: model.checksOf(scenario, column), column, profile }),
    ),
    h(
      'footer',
      {},
      h('p', {}, 'Text in braces is a placeholder. In a run it is the address of an origin or a planted secret.'),
      h('p', {}, 'To run this cell again: ', h('code', {}, commandFor(id, scenario.id))),
    ),
  ];
}

/** Shows in the dialog, once the exchanges of the cell are unpacked, what happened in it. */
export function updateCell(dialog: HTMLDialogElement, props: CellDialogProps): void {
  render(h(CellDialog, props), dialog);
}

/** Shows a cell in the dialog of the page. */
export function openCell(dialog: HTMLDialogElement, props: CellDialogProps): void {
  // Nothing is kept of the cell before: its open and closed checks are not those of this one.
  render(null, dialog);
  updateCell(dialog, props);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('h2')?.focus();
  dialog.scrollTop = 0;
}
