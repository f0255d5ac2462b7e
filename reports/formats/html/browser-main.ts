// oxlint-disable unicorn/consistent-function-scoping -- the browser gets the exported function and nothing that stands beside it
import type { cellDialog, DialogParts } from './browser-dialog.ts';
import type { formInHash } from './browser-hash.ts';
import type { arrowKeys } from './browser-keys.ts';
import type { tableView } from './browser-table.ts';
import type { PageData } from './page-data.ts';

export interface Parts extends DialogParts {
  readonly cellDialog: typeof cellDialog;
  readonly formInHash: typeof formInHash;
  readonly arrowKeys: typeof arrowKeys;
  readonly tableView: typeof tableView;
}

/** Runs in the browser; must not refer to anything outside itself but what it is given. */
export async function main(parts: Parts): Promise<void> {
  async function unpack(base64: string): Promise<PageData> {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
  }

  const data = await unpack(document.querySelector<HTMLElement>('#data')!.textContent);
  const form = document.querySelector<HTMLFormElement>('#filters')!;
  const table = document.querySelector<HTMLTableElement>('#matrix')!;
  const dialog = document.querySelector<HTMLDialogElement>('#cell')!;
  const settings = parts.formInHash(form);
  const showTable = parts.tableView(table, document.querySelector<HTMLElement>('#told')!, data);
  const openCell = parts.cellDialog(dialog, data, parts);
  const keepTabStop = parts.arrowKeys(table);
  let cell: string | undefined;

  const value = (name: string): string => settings.valuesOf(name)[0] ?? '';

  function show(): void {
    showTable({
      profile: value('profile'),
      suite: value('suite'),
      search: value('search'),
      verdict: value('verdict'),
      disagree: value('disagree') !== '',
      clients: settings.valuesOf('clients'),
    });
    keepTabStop();
    const column = Object.keys(data.cells).find(
      (id) => cell?.startsWith(`${id}/`) && data.cells[id]?.[cell.slice(id.length + 1)],
    );
    if (cell !== undefined && column !== undefined) openCell(column, cell.slice(column.length + 1), value('profile'));
    else dialog.close();
  }

  function remember(): void {
    const params = settings.changed();
    if (cell !== undefined) params.set('cell', cell);
    history.replaceState(null, '', `#${params.toString().replaceAll('%2F', '/').replaceAll('%7E', '~').replaceAll('%40', '@')}`);
  }

  function change(next: string | undefined): void {
    cell = next;
    remember();
    show();
  }

  function restore(): void {
    const params = new URLSearchParams(location.hash.slice(1));
    settings.restore(params);
    cell = params.get('cell') ?? undefined;
    show();
  }

  // Some controls of the form stand elsewhere on the page, so their events do not pass through it.
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
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest<HTMLAnchorElement>('a[href^="#cell="]');
    const button = target?.closest('td')?.querySelector('button');
    if (link) {
      event.preventDefault();
      change(new URLSearchParams(link.hash.slice(1)).get('cell') ?? undefined);
    } else if (button && table.contains(button)) {
      const column = table.tHead!.rows[0]!.cells[button.closest('td')!.cellIndex]!.dataset['column'];
      change(`${column}/${button.closest('tr')!.dataset['scenario']}`);
    }
  });
  restore();
}
