import { asyncWrapProviders, createHook } from 'node:async_hooks';
import { webcrypto } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Outlook } from '../protocol.ts';
import { clearTimeout, setImmediate, setTimeout } from './own-globals.ts';

/** Members of a timer of Node.js that are not public: see event-loop-self-test.ts. When it was armed, on the clock of the event loop. */
const START = '_idleStart';
/** Its delay; -1 once it is cleared. */
const DELAY = '_idleTimeout';

interface Timer {
  readonly [START]: number;
  [DELAY]: number;
  refresh(): unknown;
}

/** What something outside this thread is asked for, or may report at any time. */
const WORK: ReadonlySet<string> = new Set([
  'FILEHANDLECLOSEREQ',
  'FSEVENTWRAP',
  'FSREQCALLBACK',
  'FSREQPROMISE',
  'GETADDRINFOREQWRAP',
  'GETNAMEINFOREQWRAP',
  'PROCESSWRAP',
  'QUERYWRAP',
  'STATWATCHER',
  'TCPCONNECTWRAP',
  'PIPECONNECTWRAP',
  'UDPWRAP',
  'WORKER',
]);

/** Jobs for threads of Node.js. The same objects exist for synchronous calls, which never get an `ondone`. */
const JOBS: ReadonlySet<string> = new Set(Object.keys(asyncWrapProviders).filter((name) => name.endsWith('REQUEST')));

/** A compression that runs in a thread has its bytes here. */
const COMPRESSION = 'ZLIB';

/** The kinds of work on which the event loop may wait. Each is a name of `asyncWrapProviders`. */
export const kindsOfWork: readonly string[] = [...WORK, ...JOBS, COMPRESSION];

const subtleCrypto = Object.getPrototypeOf(webcrypto.subtle) as object;

/** What V8 or a thread does for a promise, without any object that async_hooks sees. */
const unseenWork: readonly (readonly [owner: object, names: readonly string[]])[] = [
  [WebAssembly, ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']],
  [Atomics, ['waitAsync']],
  [Blob.prototype, ['arrayBuffer', 'bytes', 'text']],
  [subtleCrypto, Object.getOwnPropertyNames(subtleCrypto).filter((name) => name !== 'constructor')],
];

const timers = new Map<number, Timer>();
const work = new Map<number, readonly [type: string, resource: object]>();
let promises = 0;
/** How many immediates other code has asked for. */
let immediates = 0;
/** Whether this module itself asks for something. */
let isOwn = false;

function begin(id: number, type: string, _trigger: number, resource: object): void {
  if (isOwn) return;
  if (type === 'Timeout') timers.set(id, resource as Timer);
  else if (type === 'Immediate') immediates += 1;
  else if (WORK.has(type) || JOBS.has(type) || type === COMPRESSION) work.set(id, [type, resource]);
}

function end(id: number): void {
  timers.delete(id);
  work.delete(id);
}

function own<T>(act: () => T): T {
  isOwn = true;
  try {
    return act();
  } finally {
    isOwn = false;
  }
}

/** Counts a promise until it settles; the promise that the caller gets stays the same. */
function count(promise: unknown): void {
  if (!(promise instanceof Promise)) return;
  const settle = (): void => void (promises -= 1);
  promises += 1;
  promise.then(settle, settle);
}

function countPromises(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  const counted = function (this: unknown, ...args: unknown[]): unknown {
    const result: unknown = Reflect.apply(original, this, args);
    // `Atomics.waitAsync` returns its promise in an object.
    count(name === 'waitAsync' ? (result as { value: unknown }).value : result);
    return result;
  };
  Object.defineProperty(owner, name, { value: counted, configurable: true, writable: true });
}

/** From now on knows what the event loop of this process waits for. To be called before any client is loaded. */
export function watchEventLoop(): void {
  // Without `trackPromises`, which Node.js 20 and 22 do not know, each promise would cost two calls.
  createHook({ init: begin, destroy: end, trackPromises: false }).enable();
  for (const [owner, names] of unseenWork) for (const name of names) countPromises(owner, name);
}

function isPending([type, resource]: readonly [string, object]): boolean {
  if (JOBS.has(type)) return 'ondone' in resource;
  // The one with which a Blob reads a file has no callback, and stays after it has been read.
  if (type === 'FSREQCALLBACK') return 'oncomplete' in resource;
  return type !== COMPRESSION || ('buffer' in resource && resource.buffer !== null);
}

/** Whether something is pending that needs no timer and no byte of a server. */
export const hasWork = (): boolean => promises > 0 || [...work.values()].some(isPending);

/** One turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => own(() => setImmediate(resolve)));

/** How many events have come in from outside. Node.js below 20.18 and other runtimes do not count them. */
export const eventCount = (): number | undefined =>
  (performance.nodeTiming as Partial<typeof performance.nodeTiming>).uvMetricsInfo?.events;

/** For how many turns of the event loop nothing must happen. */
const QUIET_TURNS = 3;

/** Whether the event loop does nothing: no event comes in, no code asks for another turn, no work is pending. */
async function isQuiet(): Promise<boolean> {
  // The message that asks is an event too.
  await turn();
  const before = [eventCount(), immediates];
  for (let turns = 0; turns < QUIET_TURNS; turns += 1) await turn();
  const after = [eventCount(), immediates];
  return before.every((value, index) => value === after[index]) && !hasWork();
}

/** The clock of the event loop, in milliseconds. */
function loopTime(): number {
  const timer = own(() => setTimeout(() => {}, 1));
  clearTimeout(timer);
  return (timer as unknown as Timer)[START];
}

/** By how much time the timers that were armed until then have been moved towards each other, in milliseconds. */
const skips: { readonly at: number; readonly by: number }[] = [];

interface NextTimer {
  readonly timer: Timer;
  /** In how many milliseconds it fires by itself. */
  readonly firesIn: number;
  /** The same without the time that was skipped since it was armed. */
  readonly dueIn: number;
}

const skippedSince = (start: number): number => skips.reduce((sum, { at, by }) => (at >= start ? sum + by : sum), 0);

/** The timer that is due first. */
export function nextTimer(): NextTimer | undefined {
  const now = loopTime();
  let next: NextTimer | undefined;
  for (const timer of timers.values()) {
    const { [START]: start, [DELAY]: delay } = timer;
    if (delay < 0) continue;
    const firesIn = start + delay - now;
    const dueIn = Math.max(0, firesIn - skippedSince(start));
    if (!next || dueIn < next.dueIn) next = { timer, firesIn, dueIn };
  }
  return next;
}

/**
 * Lets Node.js fire a timer after 1 ms, as if all timers were due that much earlier. Settles once it has fired. The clock
 * of the client does not move.
 */
export async function fireEarly({ timer, dueIn }: Pick<NextTimer, 'timer' | 'dueIn'>): Promise<void> {
  skips.push({ at: loopTime(), by: dueIn });
  const delay = timer[DELAY];
  timer[DELAY] = 1;
  timer.refresh();
  // Who refreshes it later, as undici does, expects its own delay.
  timer[DELAY] = delay;
  // Timers with the same delay fire in the order in which they were armed.
  await new Promise((resolve) => own(() => setTimeout(resolve, 1)));
}

let asked: Promise<Outlook> | undefined;

async function look(within: number, isAwaited: () => boolean): Promise<Outlook> {
  const isStill = await isQuiet();
  // The call may have settled since the harness asked: no timer of what follows is fired early.
  if (!isStill || !isAwaited()) return 'busy';
  const next = nextTimer();
  if (!next || next.dueIn > within) return 'stuck';
  if (next.firesIn <= 1) return 'busy';
  await fireEarly(next);
  return { skipped: next.dueIn };
}

/**
 * Looks at what can happen, and fires the next timer early if nothing else can, and it is due within this time in
 * milliseconds; only while `isAwaited` says that no other scenario may have begun.
 */
export async function outlook(within: number, isAwaited: () => boolean): Promise<Outlook> {
  asked ??= look(within, isAwaited).finally(() => (asked = undefined));
  return asked;
}
