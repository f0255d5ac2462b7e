import { setImmediate } from 'node:timers/promises';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Driver } from '../drivers/driver.ts';

/**
 * What Node.js prints once in a process, in whichever scenario comes first: warnings that have a code, that something is
 * experimental or deprecated, and how to trace warnings. They say nothing about a scenario.
 */
const ONCE = /^\(node:\d+\) (?:\[[^\]]+\] |(?:Experimental|Deprecation)Warning: ).*\n?|^\(Use `node --trace-.*\n?/gm;

/** What the client and its adapter printed in a scenario, the same in every run. */
export async function printedBy(driver: Driver): Promise<Pick<Observation, 'printed'>> {
  // What was printed before the last message may be read after it, in the same turn of the event loop.
  await setImmediate();
  const printed = driver
    .takeOutput()
    .replaceAll(ONCE, '')
    .replaceAll(/\(node:\d+\)/g, '(node)')
    .trimEnd();
  return printed === '' ? {} : { printed };
}
