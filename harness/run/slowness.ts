/** How long the work below takes on a machine of usual speed that does nothing else, in milliseconds. */
const USUAL = 20;

const ROUNDS = 1_000_000;

/** On a machine this slow, deadlines are no help anyway. */
const MOST = 3;

let measured: number | undefined;

/** How many times slower this machine is than usual, at least 1: it may have little power, or much to do. Measured once in a process. */
export function slowness(): number {
  measured ??= Math.min(MOST, Math.max(1, timeOfWork() / USUAL));
  return measured;
}

function timeOfWork(): number {
  const start = performance.now();
  let hash = 0;
  for (let round = 0; round < ROUNDS; round += 1) hash = (Math.imul(hash, 31) + round) % 0x7fff_ffff;
  // The result is used, so that the work is not optimized away.
  return hash === -1 ? 0 : performance.now() - start;
}
