import { render } from 'preact';
import type { TableModel } from '../data/table-model.ts';
import { COLUMN_WIDTH } from '../sizes.ts';
import { positionAfter, type GridPosition } from './grid-keys.ts';
import { gridRows, heightOf, type GridRow } from './grid-rows.ts';
import { GridView } from './grid-view.ts';
import { offsetsOf, rowAt, type Segment, segmentsOf } from './grid-window.ts';
import type { ScenarioData } from '../data/table-data.ts';
import type { TableSettings } from './table-settings.ts';

/** So many rows are drawn beyond those that can be seen. */
const BEYOND = 4;

const START: GridPosition = { row: 2, column: 1 };

/** The table of the page: a grid that draws the rows that come into view, and says to screen readers how many there are. */
export class Grid {
  readonly #scroller: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #model: TableModel;
  readonly #view = new GridView();
  #settings: TableSettings | undefined;
  #rows: readonly GridRow[] = [];
  #offsets: readonly number[] = [0];
  #stop = START;
  #isWhole = false;
  #isAsked = false;
  #width = COLUMN_WIDTH;
  #across: readonly Segment[] = [];
  #lookedAt = '';

  constructor(scroller: HTMLElement, table: HTMLTableElement, model: TableModel) {
    this.#scroller = scroller;
    this.#table = table;
    this.#model = model;
    scroller.addEventListener('scroll', () => this.#ask(), { passive: true });
    new ResizeObserver(() => this.#ask()).observe(scroller);
    table.addEventListener('keydown', (event) => this.#press(event));
    table.addEventListener('focusin', ({ target }) => {
      const at = target instanceof HTMLElement ? target.dataset['at'] : undefined;
      if (at !== undefined) this.#moveStop(at);
    });
    // On paper there is no scrolling.
    addEventListener('beforeprint', () => this.#drawWhole(true));
    addEventListener('afterprint', () => this.#drawWhole(false));
  }

  show(settings: TableSettings, scenarios: ReadonlySet<ScenarioData>): void {
    this.#settings = settings;
    this.#rows = gridRows(this.#model, scenarios, settings.closed);
    this.#offsets = offsetsOf(this.#rows.map(heightOf));
    this.#stop = this.#within(this.#stop);
    this.#table.setAttribute('aria-rowcount', `${this.#rows.length + 1}`);
    this.#table.setAttribute('aria-colcount', `${settings.columns.length + 1}`);
    this.#draw();
  }

  #within({ row, column }: GridPosition): GridPosition {
    return {
      row: Math.min(row, this.#rows.length),
      column: Math.min(column, this.#settings?.columns.length ?? 0),
    };
  }

  /** Draws at the next frame, once for all that happens before it. */
  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.#draw();
    });
  }

  #drawWhole(isWhole: boolean): void {
    this.#isWhole = isWhole;
    this.#draw();
  }

  /** The first and the last row that can be seen. */
  #seen(): readonly [first: number, last: number] {
    const { scrollTop, clientHeight } = this.#scroller;
    return [rowAt(this.#offsets, scrollTop), rowAt(this.#offsets, scrollTop + clientHeight)];
  }

  #draw(): void {
    const settings = this.#settings;
    if (!settings) return;
    this.#size(settings);
    this.#look(settings);
    const [first, last] = this.#seen();
    const from = this.#isWhole ? 0 : Math.max(0, first - BEYOND);
    const to = this.#isWhole ? this.#rows.length : last + BEYOND;
    const headOfSuite = this.#rows.findLastIndex(({ scenario }, index) => index <= first && !scenario);
    const segments = segmentsOf(this.#offsets, from, to, [headOfSuite, this.#stop.row - 1]);
    render(
      this.#view.draw({ model: this.#model, settings, rows: this.#rows, segments, across: this.#across, stop: this.#stop }),
      this.#table,
    );
  }

  /** Finds the columns that are in view; the list stays the same one while they do. */
  #look({ columns, pinned }: TableSettings): void {
    const { scrollLeft, clientWidth } = this.#scroller;
    const from = this.#isWhole ? 0 : Math.floor(scrollLeft / this.#width);
    const to = this.#isWhole ? columns.length : Math.ceil((scrollLeft + clientWidth) / this.#width);
    const key = [from, to, pinned, columns, this.#stop.column].join(' ');
    if (key === this.#lookedAt) return;
    this.#lookedAt = key;
    const ends = columns.map((_, index) => index + 1);
    const pins = Array.from({ length: pinned }, (_, index) => index);
    this.#across = segmentsOf([0, ...ends], from, to, [...pins, this.#stop.column - 1]);
  }

  /** Columns share the width that there is, if it is enough. Pinned ones stick side by side, so all are equally wide. */
  #size({ columns }: TableSettings): void {
    const first = Number.parseFloat(getComputedStyle(this.#table).getPropertyValue('--first'));
    const room = (this.#scroller.clientWidth - first) / Math.max(1, columns.length);
    this.#width = Math.floor(Math.max(COLUMN_WIDTH, Math.min(room, 2 * COLUMN_WIDTH)));
    this.#table.style.setProperty('--column', `${this.#width}px`);
    this.#table.style.width = `${first + this.#width * columns.length}px`;
  }

  #moveStop(at: string): void {
    const [row = 0, column = 0] = at.split(':').map(Number);
    if (row === this.#stop.row && column === this.#stop.column) return;
    this.#stop = { row, column };
    this.#draw();
  }

  #press(event: KeyboardEvent): void {
    const at = event.target instanceof HTMLElement ? event.target.dataset['at'] : undefined;
    if (at === undefined || event.altKey || event.metaKey) return;
    const [first, last] = this.#seen();
    const size = {
      lastRow: this.#rows.length,
      lastColumn: this.#settings?.columns.length ?? 0,
      page: Math.max(1, last - first - 1),
    };
    const next = positionAfter(event.key, event.ctrlKey, this.#stop, size);
    if (!next) return;
    event.preventDefault();
    this.focus(next);
  }

  /** Moves the focus to a cell, and the cell into view. */
  focus(position: GridPosition): void {
    this.#stop = this.#within(position);
    this.#draw();
    const { row, column } = this.#stop;
    const target = this.#table.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`);
    target?.focus({ preventScroll: true });
    target?.closest('th, td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#draw();
  }
}
