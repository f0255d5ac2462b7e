import type { PageData } from '../page-data.ts';
import { hashOf, parseCell } from './address.ts';
import { openCell } from './cell-dialog.ts';
import { FormSettings } from './form-settings.ts';
import { arrowKeys } from './table-keys.ts';
import { TableView } from './table-view.ts';

function find<Type extends Element>(selector: string, type: new () => Type): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** The cell that a click in the page asks for: by a link, or by a cell of the table. */
function clickedCell(target: Element, table: HTMLTableElement): string | undefined {
  const link = target.closest<HTMLAnchorElement>('a[href^="#cell="]');
  if (link) return new URLSearchParams(link.hash.slice(1)).get('cell') ?? undefined;
  const cell = target.closest('td');
  const column = cell && table.tHead?.rows[0]?.cells[cell.cellIndex]?.dataset['column'];
  const scenario = cell?.closest('tr')?.dataset['scenario'];
  return column && scenario ? `${column}/${scenario}` : undefined;
}

/** Makes the page interactive. Its address always has what the reader has set and opened. */
export function startPage(data: PageData): void {
  const form = find('#filters', HTMLFormElement);
  const table = find('#matrix', HTMLTableElement);
  const dialog = find('#cell', HTMLDialogElement);
  const settings = new FormSettings(form);
  const view = new TableView(table, find('#count', HTMLElement), data.cells, settings.valueOf('profile'));
  const keepTabStop = arrowKeys(table);
  let cell: string | undefined;

  function show(): void {
    const profile = settings.valueOf('profile');
    view.show({
      profile,
      suite: settings.valueOf('suite'),
      search: settings.valueOf('search'),
      verdict: settings.valueOf('verdict'),
      disagree: settings.valueOf('disagree') !== '',
      clients: settings.valuesOf('clients'),
    });
    keepTabStop();
    const [column, scenario] = (cell !== undefined && parseCell(cell)) || [];
    if (column !== undefined && scenario !== undefined && data.cells[scenario]?.[column])
      openCell(dialog, { data, column, scenario, profile });
    else dialog.close();
  }

  function change(next: string | undefined): void {
    cell = next;
    const params = settings.changed();
    if (cell !== undefined) params.set('cell', cell);
    history.replaceState(null, '', hashOf(params));
    show();
  }

  function restore(): void {
    const params = new URLSearchParams(location.hash.slice(1));
    settings.restore(params);
    cell = params.get('cell') ?? undefined;
    show();
  }

  // Some controls of the form are elsewhere on the page, so their events do not pass through it.
  document.addEventListener('input', ({ target }) => {
    if ((target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === form) change(cell);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', restore);
  dialog.addEventListener('close', () => change(undefined));
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? clickedCell(event.target, table) : undefined;
    if (clicked === undefined) return;
    event.preventDefault();
    change(clicked);
  });
  restore();
}
