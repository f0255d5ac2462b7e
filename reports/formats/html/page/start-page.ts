import { render } from 'preact';
import { brokenCards } from '../broken-section.ts';
import { changes } from '../changes-section.ts';
import { changesIn, type EarlierData, earlierData } from '../data/earlier.ts';
import { type CheckData, firstColumns, type TableData } from '../data/table-data.ts';
import { TableModel } from '../data/table-model.ts';
import { hashOf, parseCell } from './address.ts';
import { openCell, updateCell } from './cell-dialog.ts';
import { ClientRows } from './client-rows.ts';
import { copyBeside } from './copy.ts';
import { earlierIn } from './earlier-file.ts';
import { type ChangedColumns, Filter } from './filter.ts';
import { find } from './find.ts';
import { FormSettings } from './form-settings.ts';
import { Grid } from './grid.ts';
import { nextState, stepsSinceOpened } from './history-steps.ts';
import { Records } from './records.ts';
import { type TableSettings, tableSettings } from './table-settings.ts';

/** What a click in the page asks for. */
interface Clicked {
  readonly cell?: string;
  readonly pin?: string;
  readonly close?: string;
  readonly move?: readonly [client: string, direction: 'up' | 'down'];
  readonly all?: string;
}

function clickedButton({ dataset }: HTMLButtonElement): Clicked {
  const { pin, close, move, all } = dataset;
  if (pin !== undefined) return { pin };
  if (close !== undefined) return { close };
  if (all !== undefined) return { all };
  return move === 'up' || move === 'down' ? { move: [dataset['client'] ?? '', move] } : {};
}

function clicked(target: Element): Clicked {
  const link = target.closest<HTMLAnchorElement>('a[href^="#cell="]');
  if (link) return { cell: new URLSearchParams(link.hash.slice(1)).get('cell') ?? '' };
  const button = target.closest('button');
  const asked = button ? clickedButton(button) : {};
  const scenario = button?.closest('tr')?.dataset['scenario'];
  const column = button?.dataset['client'];
  return scenario !== undefined && column !== undefined ? { cell: `${column}/${scenario}` } : asked;
}

/** The page, whose address always has what the reader has set and opened. */
class Page {
  readonly #form = find('#filters', HTMLFormElement);
  readonly #dialog = find('#cell', HTMLDialogElement);
  readonly #count = find('#count', HTMLElement);
  readonly #settings = new FormSettings(this.#form);
  readonly #clients = new ClientRows(find('#clients tbody', HTMLElement));
  readonly #records = new Records();
  readonly #model: TableModel;
  readonly #filter: Filter;
  readonly #grid: Grid;
  #earlier: EarlierData | undefined;
  #shownChanges: string;
  #hasOwnChanges = false;
  #shownProfile: string;
  readonly #changes = find('#changes', HTMLElement);
  #cell: string | undefined;
  #shownCell: string | undefined;
  readonly #broken = find('#broken', HTMLElement);
  readonly #firstBroken: string;
  #shownBroken: string | undefined;
  /** What to say about the file of an earlier run. */
  #message = '';

  constructor(data: TableData, earlier: EarlierData | undefined) {
    this.#earlier = earlier;
    this.#model = new TableModel(data);
    this.#shownProfile = data.profile;
    this.#shownChanges = this.#keyOfChanges(data.profile);
    this.#firstBroken = [data.profile, ...firstColumns(data)].join(' ');
    this.#filter = new Filter(this.#model);
    this.#grid = new Grid(find('#scroller', HTMLElement), find('#matrix', HTMLTableElement), this.#model);
    this.#listen();
    this.#restore();
  }

  #listen(): void {
    // Some controls of the form are elsewhere on the page, so their events do not pass through it.
    document.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (target.dataset['compare'] !== undefined) this.#compare();
      else if (target.form === this.#form) this.#change(target.type === 'search' ? 'replace' : 'push');
    });
    document.addEventListener('change', ({ target }) => {
      const [file] = target instanceof HTMLInputElement ? (target.files ?? []) : [];
      if (file) void this.#read(file);
    });
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) void this.#read(file);
    });
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => this.#restore());
    this.#dialog.addEventListener('close', () => this.#closed());
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      const copy = event.target.closest<HTMLButtonElement>('button[data-copy]');
      if (copy) void copyBeside(copy);
      else if (this.#click(event.target)) event.preventDefault();
    });
  }

  #click(target: Element): boolean {
    const { cell, pin, close, move, all } = clicked(target);
    if (cell !== undefined) {
      this.#cell = cell;
      this.#change('push');
    } else if (pin !== undefined) this.#toggle('pin', pin);
    else if (close !== undefined) this.#toggle('closed', close);
    else if (move) this.#move(...move);
    else if (all !== undefined) this.#changeAll(all);
    else return false;
    return true;
  }

  #move(client: string, direction: 'up' | 'down'): void {
    if (!this.#clients.move(client, direction)) return;
    this.#change('push');
    // The button was moved with its row, and a node that is moved loses the focus.
    document.querySelector<HTMLElement>(`[data-client="${CSS.escape(client)}"][data-move="${direction}"]`)?.focus();
  }

  #changeAll(what: string): void {
    if (what === 'close') {
      const suites = this.#model.data.suites.map(({ id }) => id);
      const isAnyOpen = this.#settings.valuesOf('closed').length < suites.length;
      this.#settings.set('closed', isAnyOpen ? suites : []);
    } else {
      this.#settings.restore(new URLSearchParams());
      this.#clients.order([]);
    }
    this.#change('push');
  }

  /** Two clients side by side, and only where they differ. */
  #compare(): void {
    const [one, other] = [...this.#form.querySelectorAll<HTMLSelectElement>('[data-compare]')].map(({ value }) => value);
    if (!one || !other || one === other) return;
    this.#settings.set('clients', [one, other]);
    this.#settings.set('disagree', ['yes']);
    this.#clients.order([one, other]);
    this.#change('push');
  }

  #toggle(name: string, value: string): void {
    const values = this.#settings.valuesOf(name);
    this.#settings.set(name, values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
    this.#change('push');
  }

  /** The reader has closed the cell: the page is again where it was before, so that no step back opens the cell. */
  #closed(): void {
    if (this.#cell === undefined) return;
    this.#cell = undefined;
    this.#shownCell = undefined;
    const steps = stepsSinceOpened();
    if (steps > 0) history.go(-steps);
    else this.#change('replace');
  }

  #change(how: 'push' | 'replace'): void {
    const params = this.#settings.changed();
    if (this.#cell !== undefined) params.set('cell', this.#cell);
    const hash = hashOf(params);
    if (how === 'push') history.pushState(nextState(this.#cell !== undefined), '', hash);
    else history.replaceState(history.state, '', hash);
    this.#show();
  }

  #restore(): void {
    const params = new URLSearchParams(location.hash.slice(1));
    this.#settings.restore(params);
    this.#clients.order(params.getAll('clients'));
    this.#cell = params.get('cell') ?? undefined;
    this.#show();
  }

  #show(): void {
    const settings = tableSettings(this.#settings, this.#model);
    const shown = this.#filter.apply(settings, this.#changedColumns(settings));
    const all = this.#model.scenarios.size;
    this.#count.textContent = shown.size === all ? `${all} scenarios` : `${shown.size} of ${all} scenarios`;
    this.#showProfile(settings);
    this.#grid.show(settings, shown);
    this.#showBroken(settings);
    this.#showChanges(settings);
    this.#showCell(settings);
  }

  /** Shows what the page has for a profile, and hides what it has for others. */
  #showProfile({ profile }: TableSettings): void {
    if (profile === this.#shownProfile) return;
    this.#shownProfile = profile;
    for (const element of document.querySelectorAll<HTMLElement>('[data-for]'))
      element.hidden = element.dataset['for'] !== profile;
  }

  #changedColumns({ changed, profile }: TableSettings): ChangedColumns {
    if (!changed || !this.#earlier) return new Map();
    const columns = new Map<CheckData, Set<number>>();
    for (const { check, column } of changesIn(this.#model, this.#earlier, profile))
      columns.set(check, (columns.get(check) ?? new Set()).add(column));
    return columns;
  }

  #keyOfChanges(profile: string): string {
    return `${profile} ${this.#earlier?.startedAt} ${this.#message}`;
  }

  /** What changed comes with the page for the first profile and the earlier run that was given. */
  #showChanges({ profile }: TableSettings): void {
    const key = this.#keyOfChanges(profile);
    if (key === this.#shownChanges) return;
    if (!this.#hasOwnChanges) this.#changes.replaceChildren();
    this.#hasOwnChanges = true;
    this.#shownChanges = key;
    render(changes(this.#model, this.#earlier, profile, this.#message), this.#changes);
  }

  /** Compares with the run that a file holds, or says why it cannot. */
  async #read(file: File): Promise<void> {
    this.#message = `${file.name} is being read.`;
    this.#show();
    try {
      this.#earlier = earlierData(this.#model, await earlierIn(file));
      this.#message = '';
    } catch (error) {
      this.#message = `${file.name} cannot be compared: ${(error as Error).message}.`;
    }
    this.#show();
  }

  /** What is broken comes with the page for the first profile and the first columns. */
  #showBroken({ profile, columns }: TableSettings): void {
    const key = [profile, ...columns.toSorted((a, b) => a - b)].join(' ');
    const before = this.#shownBroken ?? this.#firstBroken;
    if (key === before) return;
    if (this.#shownBroken === undefined) this.#broken.replaceChildren();
    this.#shownBroken = key;
    render(brokenCards(this.#model, profile, columns), this.#broken);
  }

  #showCell({ profile }: TableSettings): void {
    const [column, id] = (this.#cell !== undefined && parseCell(this.#cell)) || [];
    const place = column === undefined ? undefined : this.#model.columnOf(column);
    const scenario = id === undefined ? undefined : this.#model.scenarios.get(id);
    const key = `${profile} ${this.#cell}`;
    if (place === undefined || !scenario || !this.#model.hasCell(scenario, place)) {
      this.#cell = undefined;
      this.#shownCell = undefined;
      this.#dialog.close();
      return;
    }
    if (this.#shownCell === key) return;
    this.#shownCell = key;
    const props = { model: this.#model, column: place, scenario, profile };
    openCell(this.#dialog, { ...props, unpacked: undefined });
    void this.#records.of(scenario.id, place).then((unpacked) => {
      if (this.#shownCell === key) updateCell(this.#dialog, { ...props, unpacked });
    });
  }
}

/** Makes the page interactive. */
export const startPage = (data: TableData, earlier?: EarlierData): unknown => new Page(data, earlier);
