import type { CellData, PageData } from '../page-data.ts';

/** What the table shows. */
export interface TableSettings {
  readonly profile: string;
  readonly suite: string;
  readonly search: string;
  readonly verdict: string;
  /** Only scenarios in which two clients differ in the finding of a check. */
  readonly disagree: boolean;
  /** The columns to show. */
  readonly clients: readonly string[];
}

interface ScenarioRow {
  readonly row: HTMLTableRowElement;
  readonly scenario: string;
}

/** Whether one check has two different findings. */
function differ(cells: readonly CellData[]): boolean {
  const findings = cells.flatMap(({ checks }) =>
    checks.flatMap(({ name, finding }) => ('value' in finding ? [{ name, value: finding.value }] : [])),
  );
  const first = new Map(findings.toReversed().map(({ name, value }) => [name, value]));
  return findings.some(({ name, value }) => first.get(name) !== value);
}

/** The table of the page. It comes filled in for one profile and with all its rows and columns. */
export class TableView {
  readonly #table: HTMLTableElement;
  readonly #count: HTMLElement;
  readonly #cells: PageData['cells'];
  readonly #columns: readonly string[];
  readonly #rows: readonly ScenarioRow[];
  #profile: string;
  #clients: string | undefined;

  constructor(table: HTMLTableElement, count: HTMLElement, cells: PageData['cells'], profile: string) {
    this.#table = table;
    this.#count = count;
    this.#cells = cells;
    this.#profile = profile;
    this.#columns = [...table.querySelectorAll<HTMLElement>('th[data-column]')].map(({ dataset }) => dataset['column'] ?? '');
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-scenario]')].map((row) => ({
      row,
      scenario: row.dataset['scenario'] ?? '',
    }));
  }

  show(settings: TableSettings): void {
    const clients = settings.clients.join('\n');
    if (settings.profile !== this.#profile) this.#showProfile(settings.profile);
    if (clients !== this.#clients) this.#showColumns(settings.clients);
    this.#showRows(settings);
    this.#profile = settings.profile;
    this.#clients = clients;
  }

  #showProfile(profile: string): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-for]'))
      element.hidden = element.dataset['for'] !== profile;
    for (const { row, scenario } of this.#rows) {
      for (const [index, column] of this.#columns.entries()) {
        const view = this.#cells[scenario]?.[column]?.views[profile];
        const cell = row.cells[index + 1];
        const button = cell?.querySelector('button');
        if (!view || !cell || !button) continue;
        cell.dataset['verdict'] = view.verdict;
        button.textContent = view.text;
      }
    }
  }

  #showColumns(clients: readonly string[]): void {
    const hidden = this.#columns.map((column) => !clients.includes(column));
    for (const row of this.#table.rows) {
      for (const [index, isHidden] of hidden.entries()) {
        const cell = row.cells[index + 1];
        if (cell) cell.hidden = isHidden;
      }
    }
    this.#table.style.setProperty('--columns', `${clients.length}`);
    // The heads of suites stick below the head of the table, which is as high as its longest name needs.
    this.#table.style.setProperty('--head', `${this.#table.tHead?.offsetHeight ?? 0}px`);
  }

  #isShown({ row, scenario }: ScenarioRow, { profile, suite, search, verdict, disagree, clients }: TableSettings): boolean {
    const words = search.toLowerCase().split(/\s+/);
    const text = `${scenario} ${row.textContent}`.toLowerCase();
    const cells = clients.flatMap((client) => this.#cells[scenario]?.[client] ?? []);
    return (
      (suite === '' || scenario.startsWith(`${suite}/`)) &&
      words.every((word) => text.includes(word)) &&
      (verdict === '' || cells.some(({ views }) => views[profile]?.verdict === verdict)) &&
      (!disagree || differ(cells))
    );
  }

  #showRows(settings: TableSettings): void {
    for (const each of this.#rows) each.row.hidden = !this.#isShown(each, settings);
    for (const body of this.#table.tBodies) body.hidden = body.querySelector('tr[data-scenario]:not([hidden])') === null;
    const all = this.#rows.length;
    const shown = this.#rows.filter(({ row }) => !row.hidden).length;
    this.#count.textContent = shown === all ? `${all} scenarios` : `${shown} of ${all} scenarios`;
  }
}
