// oxlint-disable unicorn/consistent-function-scoping -- the browser gets the exported function and nothing that stands beside it
/** Runs in the browser; must not refer to anything outside itself. One tab stop for the whole table; arrow keys move between its cells. */
export function arrowKeys(table: HTMLTableElement): () => void {
  const isShown = (element: Element): boolean => element.closest('[hidden]') === null;
  const buttons = (): readonly HTMLButtonElement[] => [...table.querySelectorAll<HTMLButtonElement>('td button')].filter(isShown);
  let stop: HTMLButtonElement | undefined;

  function moveStop(button: HTMLButtonElement | undefined): void {
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  }

  function neighbour(button: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
    const cell = button.closest('td')!;
    const row = cell.closest('tr')!;
    const inRow = [...row.querySelectorAll<HTMLButtonElement>('td button')].filter(isShown);
    const inColumn = (): readonly HTMLButtonElement[] =>
      [...table.querySelectorAll<HTMLTableRowElement>('tr[data-scenario]')]
        .filter(isShown)
        .map((each) => each.cells[cell.cellIndex]!.querySelector('button')!);
    switch (key) {
      case 'ArrowLeft':
        return inRow[inRow.indexOf(button) - 1];
      case 'ArrowRight':
        return inRow[inRow.indexOf(button) + 1];
      case 'ArrowUp':
        return inColumn()[inColumn().indexOf(button) - 1];
      case 'ArrowDown':
        return inColumn()[inColumn().indexOf(button) + 1];
      default:
        return undefined;
    }
  }

  table.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) moveStop(target);
  });
  table.addEventListener('keydown', (event) => {
    const next = event.target instanceof HTMLButtonElement ? neighbour(event.target, event.key) : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  return () => {
    if (!stop || !isShown(stop)) moveStop(buttons()[0]);
  };
}
