import { readFileSync } from 'node:fs';

const GIBIBYTE = 2 ** 30;

/** How much memory the process of a driver may occupy, in bytes; several times what clients need. */
const MOST = 1.5 * GIBIBYTE;

/**
 * The same for the heap of JavaScript alone, in MiB. It is below the other limit, so that Node.js itself says what happened,
 * also where nobody tells how much a process occupies.
 */
const MOST_HEAP = 1_024;

/** The option of Node.js that limits the heap. */
export const HEAP_LIMIT = `--max-old-space-size=${MOST_HEAP}`;

/** How often a process is looked at, in milliseconds. In this time it can fill some hundred MiB. */
const LOOK = 100;

/** The size of a page of memory on the machines where this can be read. */
const PAGE = 4_096;

/** How many bytes of the memory of the machine a process occupies; undefined where the system does not say. */
function occupiedBy(pid: number): number | undefined {
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
    return Number(resident) * PAGE;
  } catch {
    return undefined;
  }
}

/** Calls a function, with what happened, once a process occupies too much memory; never after the returned function is called. Only Linux tells. */
export function watchMemory(pid: number, onExcess: (what: string) => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const timer = setInterval(() => {
    if ((occupiedBy(pid) ?? 0) <= MOST) return;
    clearInterval(timer);
    onExcess(`it occupied more than ${MOST / GIBIBYTE} GiB of memory`);
  }, LOOK).unref();
  return () => clearInterval(timer);
}
