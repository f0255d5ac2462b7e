// oxlint-disable unicorn/consistent-function-scoping -- the browser gets the exported function and nothing that stands beside it
import type { CellData, PageData } from './page-data.ts';

export interface TableSettings {
  readonly profile: string;
  readonly suite: string;
  readonly search: string;
  readonly verdict: string;
  readonly disagree: boolean;
  /** Columns to show. */
  readonly clients: readonly string[];
}

/** Runs in the browser; must not refer to anything outside itself. Gives a function that shows the table as set. */
export function tableView(table: HTMLTableElement, told: HTMLElement, { cells }: PageData): (settings: TableSettings) => void {
  const columns = [...table.tHead!.rows[0]!.cells].slice(1).map((cell) => cell.dataset['column'] ?? '');
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const scenarios = rows.filter((row) => row.dataset['scenario'] !== undefined);

  function showProfile(profile: string): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-for]'))
      element.hidden = element.dataset['for'] !== profile;
    for (const row of scenarios) {
      columns.forEach((column, index) => {
        const view = cells[column]?.[row.dataset['scenario']!]?.views[profile];
        const cell = row.cells[index + 1];
        if (!view || !cell) return;
        cell.dataset['verdict'] = view.verdict;
        cell.querySelector('button')!.textContent = view.text;
      });
    }
  }

  function showColumns(clients: readonly string[]): void {
    table.style.setProperty('--columns', String(clients.length));
    for (const row of [...table.tHead!.rows, ...rows]) {
      columns.forEach((column, index) => {
        const cell = row.cells[index + 1];
        if (cell) cell.hidden = !clients.includes(column);
      });
    }
    // The heads of suites stick below the head of the table, which is as high as its longest name needs.
    table.style.setProperty('--head', `${table.tHead!.offsetHeight}px`);
  }

  /** Whether one check has two different findings. */
  function disagree(shown: readonly CellData[]): boolean {
    const findings = new Map<string, string>();
    return shown.some(({ checks }) =>
      checks.some(({ name, finding }) => {
        if ('none' in finding) return false;
        const other = findings.get(name) ?? finding.value;
        findings.set(name, finding.value);
        return other !== finding.value;
      }),
    );
  }

  function showRows({ profile, suite, search, verdict, disagree: onlyDisagreement, clients }: TableSettings): void {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of scenarios) {
      const scenario = row.dataset['scenario']!;
      const shown = clients.flatMap((client) => cells[client]?.[scenario] ?? []);
      const text = `${scenario} ${row.textContent}`.toLowerCase();
      row.hidden =
        (suite !== '' && !scenario.startsWith(`${suite}/`)) ||
        !words.every((word) => text.includes(word)) ||
        (verdict !== '' && !shown.some(({ views }) => views[profile]?.verdict === verdict)) ||
        (onlyDisagreement && !disagree(shown));
    }
    for (const body of table.tBodies)
      body.hidden = [...body.rows].every((row) => row.hidden || row.dataset['scenario'] === undefined);
    const visible = scenarios.filter((row) => !row.hidden).length;
    told.textContent = visible === scenarios.length ? `${visible} scenarios` : `${visible} of ${scenarios.length} scenarios`;
  }

  let last: TableSettings | undefined;
  return (settings) => {
    if (settings.profile !== last?.profile) showProfile(settings.profile);
    if (settings.clients.join('\n') !== last?.clients.join('\n')) showColumns(settings.clients);
    showRows(settings);
    last = settings;
  };
}
