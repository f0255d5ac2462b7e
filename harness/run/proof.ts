import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Outlook } from '../drivers/protocol.ts';

/** What a proof is made of. */
export interface Clues {
  /** When a server last saw or sent a byte, on the clock of `performance.now()`. */
  readonly lastActivity: () => number;
  /** Whether the servers have nothing left to send. */
  readonly isAtRest: () => boolean;
  /** What can happen in the client without a byte of a server; a timer that is due within this time is fired early. */
  readonly probe: (within: number) => Promise<Outlook>;
}

/** For how long nothing has happened before the client is asked, and how long a busy one is left alone at most, in milliseconds. */
const QUIET = 20;
const LONGEST_PAUSE = 160;

/** How often in a row a client must be stuck: the system delivers between two looks what was on its way in the first. */
const PROOFS = 3;

/** In how many turns of the event loop what has arrived is read: a connection, a handshake, a request. */
const TURNS = 3;

/**
 * Settles once it is proven that a call never settles: no byte is on its way, and nothing is pending in the client but
 * timers that are due after `limit`. Until then it fires the timers of the client early, one after the other. It gives up
 * once `isOver`: then nobody waits for it.
 */
export async function proveHang({ lastActivity, isAtRest, probe }: Clues, limit: number, isOver: () => boolean): Promise<'hung'> {
  const start = performance.now();
  let skipped = 0;
  let stuck = 0;
  let pause = QUIET;
  const isQuiet = async (): Promise<boolean> => {
    // This process may have been busy itself: what has arrived meanwhile is read first.
    for (let turns = 0; turns < TURNS; turns += 1) await turn();
    return performance.now() - lastActivity() >= QUIET && isAtRest();
  };
  while (stuck < PROOFS) {
    await wait(pause, undefined, { ref: false });
    if (isOver()) break;
    if (!(await isQuiet())) {
      stuck = 0;
      continue;
    }
    const before = lastActivity();
    const seen = await probe(Math.max(0, limit - skipped - (performance.now() - start)));
    // An answer of the call may have come with that of the probe.
    await turn();
    if (isOver()) break;
    stuck = seen === 'stuck' && lastActivity() === before ? stuck + 1 : 0;
    if (typeof seen === 'object') skipped += seen.skipped;
    pause = seen === 'busy' ? Math.min(2 * pause, LONGEST_PAUSE) : QUIET;
  }
  return 'hung';
}
