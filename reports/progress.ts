import { stripVTControlCharacters } from 'node:util';

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

interface ColumnProgress {
  readonly startedAt: number;
  scenarios: number;
  unexpected: number;
}

/** After so many milliseconds, the speed of a run says how long it will take. */
const SPEED_IS_KNOWN_AFTER = 3000;

/** The shortest time between two states that are shown, in milliseconds. */
const INTERVAL = 100;

/** A time in words: `40 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Shows how far a run is: at a terminal one line that changes, elsewhere a line for each column that has ended. */
export class Progress {
  readonly #stream: ProgressStream;
  /** How many scenarios will run, over all columns. */
  readonly #total: number;
  readonly #now: () => number;
  readonly #columns = new Map<string, ColumnProgress>();
  /** When the first scenario ended: starting a client takes longer than many scenarios. */
  #firstEndedAt: number | undefined;
  #shownAt = -Infinity;

  constructor(total: number, stream: ProgressStream = process.stdout, now: () => number = Date.now) {
    this.#total = total;
    this.#stream = stream;
    this.#now = now;
  }

  /** A column has started. */
  start(column: string): void {
    this.#columns.set(column, { startedAt: this.#now(), scenarios: 0, unexpected: 0 });
    this.#show();
  }

  /** Results of a column: how many scenarios have ended, and how many of their results are unexpected. */
  add(column: string, scenarios: number, unexpected: number): void {
    const progress = this.#columns.get(column);
    if (!progress) return;
    progress.scenarios += scenarios;
    progress.unexpected += unexpected;
    if (scenarios > 0) this.#firstEndedAt ??= this.#now();
    this.#show();
  }

  /** A column has ended. */
  end(column: string): void {
    const progress = this.#columns.get(column);
    if (!progress || this.#stream.isTTY) return;
    const { startedAt, scenarios, unexpected } = progress;
    const name = stripVTControlCharacters(column);
    this.#stream.write(`${name}: ${scenarios} scenarios in ${duration(this.#now() - startedAt)}, ${unexpected} unexpected\n`);
  }

  /** Takes the line away: the run has ended. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }

  #show(): void {
    const now = this.#now();
    if (!this.#stream.isTTY || now - this.#shownAt < INTERVAL) return;
    this.#shownAt = now;
    const columns = [...this.#columns.values()];
    const done = columns.reduce((sum, { scenarios }) => sum + scenarios, 0);
    const unexpected = columns.reduce((sum, each) => sum + each.unexpected, 0);
    const elapsed = now - (this.#firstEndedAt ?? now);
    const left = elapsed > SPEED_IS_KNOWN_AFTER && done > 1 ? (elapsed / (done - 1)) * (this.#total - done) : undefined;
    const parts = [
      `${done} of ${this.#total} scenarios`,
      `${unexpected} unexpected`,
      ...(left === undefined ? [] : [`about ${duration(left)} left`]),
    ];
    // A line that is wrapped could not be taken away. A terminal of unknown size has 0 columns.
    this.#stream.write(`\r\u001B[K${parts.join(', ').slice(0, (this.#stream.columns || 80) - 1)}`);
  }
}
