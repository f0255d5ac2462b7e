import { h, render, type ComponentChildren } from 'preact';
import type { Scenario } from '../../../../suites/vocabulary/scenario.ts';
import { verdictSymbols } from '../../../model/verdict-symbols.ts';
import { upstreamOfSketch } from '../../../reproduction/upstream.ts';
import { deviationsOfCell } from '../data/deviations-of-cell.ts';
import type { ScenarioData } from '../data/table-data.ts';
import type { TableModel } from '../data/table-model.ts';
import { hashOfCell } from './address.ts';
import { ChecksPanel } from './checks-panel.ts';
import { RecordPanel } from './record-panel.ts';
import type { Unpacked } from './records.ts';
import { SequenceDiagram } from './sequence-diagram.ts';
import { UpstreamPanel } from './upstream-panel.ts';

interface CellDialogProps {
  readonly model: TableModel;
  readonly column: number;
  readonly scenario: ScenarioData;
  readonly profile: string;
  /** Undefined until it is unpacked. */
  readonly unpacked: Unpacked | undefined;
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
  const [, client = column, mock] = /^(.*)~(msw|nock|mock-agent)$/.exec(column) ?? [];
  return `npm test -- --client=${client} --scenario=${scenario}${mock === undefined ? '' : ` --transport=${mock}`}`;
}

function diagram({ model, column, scenario, profile, unpacked }: CellDialogProps): ComponentChildren {
  const { sketch, setting } = unpacked ?? {};
  const deviations = deviationsOfCell(model, scenario, column, profile);
  return sketch && setting && h(SequenceDiagram, { sketch, scenario: setting, deviations });
}

function upstream({ model, column, scenario, profile, unpacked }: CellDialogProps): ComponentChildren {
  const { sketch, setting } = unpacked ?? {};
  const data = model.data.columns[column];
  if (!sketch || !setting || !data) return undefined;
  const { id, title, checks } = scenario;
  // Scripts and issues ask checks for their facts alone. What is ruled on them is in the deviations.
  const facts = checks.map(({ fact }) => ({ fact, rulings: [] })) as Scenario['checks'];
  const whole = { ...setting, id, title, checks: facts };
  const deviations = deviationsOfCell(model, scenario, column, profile);
  return h(UpstreamPanel, { upstream: upstreamOfSketch({ scenario: whole, column: data, sketch, deviations }) });
}

/** What a cell opens into. */
function CellDialog(props: CellDialogProps): ComponentChildren {
  const { model, column, scenario, profile, unpacked } = props;
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
      h(
        RecordPanel,
        { record: unpacked && (unpacked.record ?? 'none'), fault: model.data.faults[`${id} ${scenario.id}`] },
        diagram(props),
      ),
      h('div', {}, h(ChecksPanel, { model, checks: model.checksOf(scenario, column), column, profile }), upstream(props)),
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
