const isShown = (element: Element): boolean => element.closest('[hidden]') === null;

const buttonsIn = (element: Element): readonly HTMLButtonElement[] =>
  [...element.querySelectorAll<HTMLButtonElement>('td button')].filter(isShown);

function buttonsInColumn(table: HTMLTableElement, column: number): readonly HTMLButtonElement[] {
  return [...table.rows].flatMap(({ cells }) => cells[column]?.querySelector('button') ?? []).filter(isShown);
}

const before = (list: readonly HTMLButtonElement[], button: HTMLButtonElement): HTMLButtonElement | undefined =>
  list[list.indexOf(button) - 1];
const after = (list: readonly HTMLButtonElement[], button: HTMLButtonElement): HTMLButtonElement | undefined =>
  list[list.indexOf(button) + 1];

function neighbour(table: HTMLTableElement, button: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
  const cell = button.closest('td');
  const row = button.closest('tr');
  if (!cell || !row) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return before(buttonsIn(row), button);
    case 'ArrowRight':
      return after(buttonsIn(row), button);
    case 'ArrowUp':
      return before(buttonsInColumn(table, cell.cellIndex), button);
    case 'ArrowDown':
      return after(buttonsInColumn(table, cell.cellIndex), button);
    default:
      return undefined;
  }
}

/** Makes a table one tab stop, with arrow keys to move between its cells. The function returned moves the tab stop if it is hidden. */
export function arrowKeys(table: HTMLTableElement): () => void {
  let stop: HTMLButtonElement | undefined;

  function moveStop(button: HTMLButtonElement | undefined): void {
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  }

  table.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) moveStop(target);
  });
  table.addEventListener('keydown', (event) => {
    const next = event.target instanceof HTMLButtonElement ? neighbour(table, event.target, event.key) : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  return () => {
    if (!stop || !isShown(stop)) moveStop(buttonsIn(table)[0]);
  };
}
