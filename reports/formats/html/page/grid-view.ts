import { h, type ComponentChildren } from 'preact';
import { countList } from '../counts.ts';
import type { ColumnData, ScenarioData } from '../data/table-data.ts';
import type { TableModel } from '../data/table-model.ts';
import type { GridPosition } from './grid-keys.ts';
import type { GridRow } from './grid-rows.ts';
import type { Segment } from './grid-window.ts';
import type { TableSettings } from './table-settings.ts';

/** What the grid draws. */
export interface GridProps {
  readonly model: TableModel;
  readonly settings: TableSettings;
  readonly rows: readonly GridRow[];
  readonly segments: readonly Segment[];
  /** The columns to draw, in the same way as the rows; a gap is so many columns wide. */
  readonly across: readonly Segment[];
  /** The cell that the tabulator reaches. */
  readonly stop: GridPosition;
}

/** Where a pinned column stands; nothing for others. */
function pinnedAt({ pinned }: TableSettings, index: number): object {
  return index < pinned ? { class: 'pinned', style: `left: calc(var(--first) + ${index} * var(--column))` } : {};
}

const tabIndex = ({ stop }: GridProps, row: number, column: number): number =>
  stop.row === row && stop.column === column ? 0 : -1;

/** The attributes by which the keyboard finds what to focus. */
const place = (props: GridProps, row: number, column: number): object => ({
  'data-at': `${row}:${column}`,
  tabIndex: tabIndex(props, row, column),
});

/** What is drawn for each column that is in view; the others are one empty cell. */
const perColumn = (
  { across, settings }: GridProps,
  cell: (column: number, index: number) => ComponentChildren,
): ComponentChildren =>
  across.map((segment) => {
    if ('gap' in segment)
      return h('td', { key: `gap ${segment.before}`, class: 'gap', 'aria-hidden': 'true', colSpan: segment.gap });
    const column = settings.columns[segment.row];
    return column === undefined ? undefined : cell(column, segment.row);
  });

function columnHead(props: GridProps, { id, version }: ColumnData, index: number): ComponentChildren {
  const isPinned = index < props.settings.pinned;
  return h(
    'th',
    { scope: 'col', key: id, 'data-column': id, 'aria-colindex': index + 2, ...pinnedAt(props.settings, index) },
    h('span', { class: 'client' }, id),
    h('span', { class: 'version' }, version),
    h(
      'button',
      {
        type: 'button',
        class: 'pin',
        'data-pin': id,
        'aria-pressed': isPinned,
        'aria-label': `Pin ${id}`,
        ...place(props, 0, index + 1),
      },
      isPinned ? 'pinned' : 'pin',
    ),
  );
}

function head(props: GridProps): ComponentChildren {
  const { model, settings } = props;
  const profile = model.data.profiles[model.profileOf(settings.profile)];
  return h(
    'thead',
    {},
    h(
      'tr',
      { 'aria-rowindex': 1 },
      h('th', { scope: 'col', 'aria-colindex': 1, ...place(props, 0, 0) }, 'Scenario', h('span', {}, profile?.title)),
      perColumn(props, (column, index) => {
        const data = model.data.columns[column];
        return data && columnHead(props, data, index);
      }),
    ),
  );
}

function suiteRow(props: GridProps, at: number, row: Extract<GridRow, { shown: number }>): ComponentChildren {
  const { model, settings } = props;
  const { suite, shown, isClosed } = row;
  const counts = suite.counts[model.profileOf(settings.profile)];
  return h(
    'tr',
    { key: `suite ${suite.id}`, class: 'suite', 'aria-rowindex': at + 1, 'data-suite': suite.id },
    h(
      'th',
      { scope: 'rowgroup', 'aria-colindex': 1 },
      h(
        'button',
        { type: 'button', 'data-close': suite.id, 'aria-expanded': !isClosed, ...place(props, at, 0) },
        suite.title,
        ' ',
        h('code', {}, shown === suite.scenarios.length ? `${shown}` : `${shown} of ${suite.scenarios.length}`),
      ),
    ),
    perColumn(props, (column, index) =>
      h(
        'td',
        { key: column, 'aria-colindex': index + 2, ...pinnedAt(settings, index), ...place(props, at, index + 1) },
        countList(counts?.[column] ?? []),
      ),
    ),
  );
}

function scenarioRow(props: GridProps, at: number, scenario: ScenarioData): ComponentChildren {
  const { model, settings } = props;
  return h(
    'tr',
    { key: scenario.id, 'aria-rowindex': at + 1, 'data-scenario': scenario.id },
    h(
      'th',
      { scope: 'row', title: `${scenario.id}: ${scenario.title}`, 'aria-colindex': 1, ...place(props, at, 0) },
      h('div', {}, h('span', {}, scenario.title), h('code', {}, scenario.id.slice(scenario.id.indexOf('/') + 1))),
    ),
    perColumn(props, (column, index) => {
      const { text, verdict } = model.view(scenario, column, settings.profile);
      return h(
        'td',
        { key: column, 'data-verdict': verdict, 'aria-colindex': index + 2, ...pinnedAt(settings, index) },
        h(
          'button',
          { type: 'button', title: text, 'data-client': model.data.columns[column]?.id, ...place(props, at, index + 1) },
          text,
        ),
      );
    }),
  );
}

const widths = ({ columns }: TableSettings): ComponentChildren =>
  h(
    'colgroup',
    {},
    h('col', { class: 'first' }),
    columns.map((column) => h('col', { key: column })),
  );

const gap = ({ gap: height, before }: Extract<Segment, { gap: number }>): ComponentChildren =>
  h('tr', { key: `gap ${before}`, class: 'gap', 'aria-hidden': 'true', style: `height: ${height}px` }, h('td', {}));

/** Head and rows of the grid. Rows that have not changed are those of the last time, so that drawing them again costs nothing. */
export class GridView {
  #last: Pick<GridProps, 'settings' | 'rows' | 'across'> | undefined;
  #widths: ComponentChildren;
  #drawn = new Map<number, { readonly stop: number; readonly row: ComponentChildren }>();

  draw(props: GridProps): ComponentChildren {
    const { settings, rows, across } = props;
    if (this.#last?.settings !== settings) this.#widths = widths(settings);
    if (this.#last?.settings !== settings || this.#last.rows !== rows || this.#last.across !== across) this.#drawn = new Map();
    this.#last = props;
    const body = props.segments.map((segment) => ('gap' in segment ? gap(segment) : this.#row(props, segment.row)));
    return [this.#widths, head(props), h('tbody', {}, body)];
  }

  #row(props: GridProps, index: number): ComponentChildren {
    const at = index + 1;
    const stop = props.stop.row === at ? props.stop.column : -1;
    const drawn = this.#drawn.get(index);
    if (drawn?.stop === stop) return drawn.row;
    const data = props.rows[index];
    if (!data) return undefined;
    const row = data.scenario ? scenarioRow(props, at, data.scenario) : suiteRow(props, at, data);
    this.#drawn.set(index, { stop, row });
    return row;
  }
}
