import { type Clues, proveHang } from './proof.ts';
import { slowness } from './slowness.ts';

/** How long servers may see no byte, and how long a call may take in total, in milliseconds. */
export interface Limits {
  readonly idle: number;
  /** The same while a timer of the client is pending: it waits for something, such as its next attempt. */
  readonly waiting: number;
  readonly call: number;
}

/** The limits on a machine of usual speed. */
const usualLimits: Limits = { idle: 3_000, waiting: 10_000, call: 15_000 };

const scaled = ({ idle, waiting, call }: Limits, factor: number): Limits => ({
  idle: idle * factor,
  waiting: waiting * factor,
  call: call * factor,
});

/** How often a client is asked whether it waits, and how long after a timer it may be at work, in milliseconds. */
const SAMPLE = 100;
const GRACE = 500;

/** What the deadline of a call depends on. */
export interface Signs {
  /** When a server last saw or sent a byte, on the clock of `performance.now()`. */
  readonly lastActivity?: () => number;
  /** Whether a timer of the client is pending; without it, the client cannot say. */
  readonly isWaiting?: (() => Promise<boolean>) | undefined;
  /** By what it can be proven that a call never settles; without it, only time tells. */
  readonly clues?: Clues | undefined;
}

/** Settles once nothing has happened for too long, or the call has taken too long; never after `stop`. */
function deadline(
  { lastActivity = () => 0, isWaiting }: Signs,
  { idle, waiting, call }: Limits,
): { readonly passed: Promise<'hung'>; readonly stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<'hung'>();
  const start = performance.now();
  let lastWaiting = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const check = async (): Promise<void> => {
    const quiet = performance.now() - Math.max(lastActivity(), start);
    if (quiet >= idle - GRACE && (await isWaiting?.())) lastWaiting = performance.now();
    const now = performance.now();
    const left = start + call - now;
    const isAlive = quiet < idle || (quiet < waiting && now - lastWaiting < GRACE);
    if (left <= 0 || !isAlive) return resolve('hung');
    const next = isWaiting && quiet >= idle - GRACE ? SAMPLE : isWaiting ? idle - GRACE - quiet : idle - quiet;
    if (!stopped) timer = setTimeout(() => void check(), Math.min(left, next));
  };
  void check();
  return {
    passed: promise,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** What a promise settles with, or `hung` if it is proven that it never settles, or a deadline passes before. */
export async function orHung<T>(promise: Promise<T>, signs: Signs = {}, limits?: Limits): Promise<T | 'hung'> {
  const { idle, waiting, call } = limits ?? scaled(usualLimits, slowness());
  const { passed, stop } = deadline(signs, { idle, waiting, call });
  let isOver = false;
  const proven = signs.clues ? [proveHang(signs.clues, usualLimits.call, () => isOver)] : [];
  return Promise.race([promise, passed, ...proven]).finally(() => {
    stop();
    isOver = true;
  });
}
