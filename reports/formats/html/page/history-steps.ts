interface State {
  /** How many steps before this one no cell was open. */
  readonly opened: number;
}

const isState = (state: unknown): state is State => typeof state === 'object' && state !== null && 'opened' in state;

const isCellInAddress = (): boolean => new URLSearchParams(location.hash.slice(1)).has('cell');

/** How many steps back the page is without any cell; 0 if that is not known, since a cell came with the address. */
export function stepsSinceOpened(): number {
  const state: unknown = history.state;
  return isState(state) ? state.opened : 0;
}

/** What the next step in the history says of itself. */
export function nextState(hasCell: boolean): State | null {
  if (!hasCell) return null;
  const steps = stepsSinceOpened();
  return steps === 0 && isCellInAddress() ? null : { opened: steps + 1 };
}
