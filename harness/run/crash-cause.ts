import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { RanScenario } from './client-under-test.ts';
import { crashesWith, type EndedProcess, lateCrashOf, type Subject } from './observe.ts';

/** A scenario that crashes its process after its calls have settled, and what is seen of it in a process of its own. */
export interface LateCrash {
  readonly scenario: ConcreteScenario;
  readonly observation: Observation;
}

/** How many scenarios before a crash are suspects. */
const MOST_SUSPECTS = 255;

/** How long a process is watched at most, and how much longer than the crash took at first, in milliseconds. */
const LONGEST_WATCH = 3_000;
const MARGIN = 250;

/** Groups of 1, 2, 4, … scenarios, the latest first: what crashes a process does so soon, as a rule. */
function groupsOf(suspects: readonly RanScenario[]): readonly (readonly RanScenario[])[] {
  const groups: (readonly RanScenario[])[] = [];
  for (let end = suspects.length, size = 1; end > 0; end -= size, size *= 2) {
    groups.push(suspects.slice(Math.max(0, end - size), end));
  }
  return groups;
}

/**
 * The scenario that ended a process in which another one was running: the driver knows it, or it is found by running
 * the suspects again, in processes of their own. Undefined if no scenario does it alone.
 */
export async function causeOf({ crash, ran, at }: EndedProcess, subject: Subject): Promise<LateCrash | undefined> {
  const suspects = ran.slice(-MOST_SUSPECTS);
  const watchOf = ([oldest]: readonly RanScenario[]): number => Math.min(LONGEST_WATCH, at - (oldest?.endedAt ?? at) + MARGIN);
  const confirm = async (suspect: RanScenario): Promise<LateCrash | undefined> => {
    const { scenario } = suspect;
    const observation = await lateCrashOf(scenario, subject, watchOf([suspect]));
    return observation && { scenario, observation };
  };
  const search = async (group: readonly RanScenario[]): Promise<LateCrash | undefined> => {
    const [only, ...others] = group;
    if (!only) return undefined;
    if (others.length === 0) return confirm(only);
    const scenarios = group.map(({ scenario }) => scenario);
    if (!(await crashesWith(scenarios, subject, watchOf(group)))) return undefined;
    const middle = group.length >> 1;
    return (await search(group.slice(middle))) ?? search(group.slice(0, middle));
  };
  const named = ran.find(({ scenario }) => scenario.id === crash.in);
  const confirmed = named && (await confirm(named));
  if (confirmed) return confirmed;
  for (const group of groupsOf(suspects)) {
    const found = await search(group);
    if (found) return found;
  }
  return undefined;
}
