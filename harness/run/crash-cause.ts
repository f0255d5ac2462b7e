import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { RanScenario } from './client-under-test.ts';
import { crashesWith, type EndedProcess, lateCrashOf, type Subject } from './observe.ts';

/** A scenario that crashes or blocks its process after its calls have settled, and what is seen of it in a process of its own. */
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
 * The scenarios that end or block a process after their calls have settled, of those that ran in a process which ended in another
 * scenario: the driver knows the cause, or it is found by running the suspects again, in processes of their own. A
 * process that ended could not be ended by what ran after the cause, so that is searched too. Empty if no scenario
 * does that alone.
 */
export async function causesOf({ crash, ran, at }: EndedProcess, subject: Subject): Promise<readonly LateCrash[]> {
  const suspects = ran.slice(-MOST_SUSPECTS);
  const watchOf = ([oldest]: readonly RanScenario[]): number => Math.min(LONGEST_WATCH, at - (oldest?.endedAt ?? at) + MARGIN);

  const confirm = async (suspect: RanScenario): Promise<readonly LateCrash[]> => {
    const { scenario } = suspect;
    const observation = await lateCrashOf(scenario, subject, watchOf([suspect]));
    return observation ? [{ scenario, observation }] : [];
  };

  const search = async (group: readonly RanScenario[]): Promise<readonly LateCrash[]> => {
    const [only, ...others] = group;
    if (!only) return [];
    if (others.length === 0) return confirm(only);
    const scenarios = group.map(({ scenario }) => scenario);
    if (!(await crashesWith(scenarios, subject, watchOf(group)))) return [];
    const middle = group.length >> 1;
    return [...(await search(group.slice(0, middle))), ...(await search(group.slice(middle)))];
  };

  const named = suspects.findIndex(({ scenario }) => scenario.id === crash.in);
  const confirmed = named < 0 ? [] : await search(suspects.slice(named, named + 1));
  if (confirmed.length > 0) return [...confirmed, ...(await search(suspects.slice(named + 1)))];

  const found: LateCrash[] = [];
  for (const group of groupsOf(suspects)) {
    const inGroup = await search(group);
    found.unshift(...inGroup);
    if (found.length > 0 && inGroup.length === 0) break;
  }
  return found;
}
