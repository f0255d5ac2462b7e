import { type ExitCode, exitCodes } from './exit-code.ts';

/** A signal that ends a run. */
type Signal = keyof typeof exitCodes;

const signals = Object.keys(exitCodes) as readonly Signal[];

/** Within this time another signal is the same one: Ctrl-C comes from the terminal and from npm. In milliseconds. */
const SAME = 500;

/** How long a run may take to end in good order, and how often its parent is looked for, in milliseconds. */
const MOST = 10_000;
const LOOK = 500;

/** Calls a function with each signal that ends a run. */
export function onSignal(act: (signal: Signal) => void): void {
  for (const signal of signals) process.on(signal, () => act(signal));
}

/** Calls a function once npm has ended, if it started this process: a signal to npm alone ends npm and its shell, and nothing else. */
export function onEndOfNpm(act: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, LOOK).unref();
}

/** A signal has ended a run. */
export class Interrupted extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode) {
    super('interrupted');
    this.code = code;
  }
}

/** What a run does when it is to end early: the first signal ends it in good order, another one at once. */
export class Interruption {
  #endInOrder: (() => void) | undefined;
  #code: ExitCode | undefined;
  #at = 0;

  constructor() {
    onSignal((signal) => this.#interrupt(signal));
    onEndOfNpm(() => this.#interrupt('SIGTERM'));
  }

  /** The exit code of a run that is to end early. */
  get code(): ExitCode | undefined {
    return this.#code;
  }

  /** From now on a run can be ended in good order. */
  endBy(endInOrder: () => void): void {
    this.#endInOrder = endInOrder;
    // By now vitest listens too, and would end the process at once.
    for (const signal of signals) process.removeAllListeners(signal);
    onSignal((signal) => this.#interrupt(signal));
  }

  /** From now on a signal ends the process at once. */
  endAtOnce(): void {
    this.#endInOrder = undefined;
  }

  #interrupt(signal: Signal): void {
    const code = exitCodes[signal];
    const isSame = this.#code !== undefined && performance.now() - this.#at < SAME;
    if (isSame) return;
    if (this.#code !== undefined || !this.#endInOrder) process.exit(code);
    console.error(`redirect-conformance: ${signal} ends the run without the scenarios that have begun`);
    this.#code = code;
    this.#at = performance.now();
    setTimeout(() => process.exit(code), MOST).unref();
    this.#endInOrder();
  }
}
