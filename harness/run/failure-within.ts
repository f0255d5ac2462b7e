import type { Driver, Ended } from '../drivers/driver.ts';
import { proveHang } from './proof.ts';

/**
 * What is wrong with a driver after its very last call, if it ends within this time in milliseconds or its process is then
 * blocked. Its timers are fired early where that is possible, and it is watched no longer than anything can happen in it.
 */
export async function failureWithin(driver: Driver, time: number): Promise<Ended | undefined> {
  const start = performance.now();
  let isOver = false;
  const clues = { lastActivity: () => start, isAtRest: () => true, probe: (within: number) => driver.probe(within, true) };
  const proven = driver.answersProbes ? [proveHang(clues, time, () => isOver).then(() => undefined)] : [];
  const ended = await Promise.race([driver.endsWithin(time), ...proven]);
  isOver = true;
  return ended ?? driver.blocked(start);
}
