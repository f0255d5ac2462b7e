import { asyncWrapProviders } from 'node:async_hooks';
import { randomBytes, webcrypto } from 'node:crypto';
import { stat } from 'node:fs';
import { deflate } from 'node:zlib';
import { eventCount, fireEarly, hasWork, kindsOfWork, nextTimer, turn } from './event-loop.ts';

// What event-loop.ts reads off Node.js is not all public, and other runtimes lack it. Where one of these is not as in
// Node.js 20 to 26, the driver does not offer `probe`, and the deadline of the harness decides.

const HOUR = 3_600_000;

/** A timer is seen, and when it is due; it can be fired early, and is forgotten once it is cleared. */
async function showsTimers(): Promise<boolean> {
  const before = nextTimer()?.timer;
  let fired = 0;
  const timer = setInterval(() => (fired += 1), HOUR).unref();
  const seen = nextTimer();
  const isSeen = seen !== undefined && Math.abs(seen.firesIn - HOUR) < HOUR / 2;
  if (isSeen) await fireEarly(seen);
  const again = nextTimer();
  clearInterval(timer);
  const isArmedAgain = again !== undefined && again.timer === seen?.timer && again.dueIn > HOUR / 2;
  return isSeen && fired === 1 && isArmedAgain && nextTimer()?.timer === before;
}

/** Each kind of work in its simplest form. */
const works: readonly ((done: () => void) => void)[] = [
  (done) => stat('.', done),
  (done) => randomBytes(1, done),
  (done) => deflate('', done),
  (done) => void webcrypto.subtle.digest('SHA-1', new Uint8Array()).then(done),
];

/** Node.js says in a later turn that an object is no longer used. */
async function afterUse(): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) await turn();
}

/** Work is seen while it is pending, and no longer; its end is an event from outside. */
async function showsWork(start: (done: () => void) => void): Promise<boolean> {
  const before = eventCount();
  let isSeen = false;
  await new Promise<void>((resolve) => {
    start(resolve);
    isSeen = hasWork();
  });
  await afterUse();
  return isSeen && !hasWork() && before !== undefined && (eventCount() ?? 0) > before;
}

/** Whether the event loop of this process can be read. To be called while nothing is pending. */
export async function isLegible(): Promise<boolean> {
  try {
    if (kindsOfWork.some((name) => !(name in asyncWrapProviders))) return false;
    await afterUse();
    // A job in this thread is no work.
    randomBytes(1);
    if (eventCount() === undefined || hasWork() || !(await showsTimers())) return false;
    for (const work of works) if (!(await showsWork(work))) return false;
    return true;
  } catch {
    return false;
  }
}
