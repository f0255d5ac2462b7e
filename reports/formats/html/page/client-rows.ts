/** The rows of the table of clients. Their order is that of the columns of the grid. */
export class ClientRows {
  readonly #body: HTMLElement;
  readonly #inOrder: readonly HTMLElement[];

  constructor(body: HTMLElement) {
    this.#body = body;
    this.#inOrder = [...body.querySelectorAll<HTMLElement>('[data-row]')];
  }

  /** Puts these clients first, in this order, and the others after them as they were at first. */
  order(ids: readonly string[]): void {
    const places = new Map(ids.map((id, index) => [id, index]));
    const placeOf = ({ dataset }: HTMLElement): number => places.get(dataset['row'] ?? '') ?? ids.length;
    const wanted = this.#inOrder.toSorted((a, b) => placeOf(a) - placeOf(b));
    const rows = [...this.#body.children];
    if (wanted.some((row, index) => rows[index] !== row)) this.#body.append(...wanted);
  }

  /** Moves a client one place up or down; false if it is already there. */
  move(id: string, direction: 'up' | 'down'): boolean {
    const row = this.#inOrder.find(({ dataset }) => dataset['row'] === id);
    const other = direction === 'up' ? row?.previousElementSibling : row?.nextElementSibling;
    if (!row || !other) return false;
    if (direction === 'up') other.before(row);
    else other.after(row);
    return true;
  }
}
