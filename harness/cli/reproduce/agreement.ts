import type { Observation } from '../../../suites/vocabulary/observation.ts';
import { runScript } from './run-script.ts';
import { type Transcript, transcriptOfRun, transcriptOfScript } from './transcript.ts';

/** What a script shows: the same as the harness saw, or the first part that differs. */
export type Agreement = 'agrees' | { readonly differs: string };

/** The first part that only one of them has. */
function difference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const index = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) => at).find((at) => ours[at] !== theirs[at]);
  return index === undefined
    ? undefined
    : `the harness saw ${ours[index] ?? 'nothing'}\nthe script shows ${theirs[index] ?? 'nothing'}`;
}

const differenceOf = (ours: Transcript, theirs: Transcript): string | undefined =>
  difference(ours.arrived, theirs.arrived) ?? difference(ours.got, theirs.got);

/** Runs a script with the packages of a folder, and compares what arrived at the servers and what the caller got with what the harness saw. */
export async function agreement(script: string, observation: Observation, folder: string): Promise<Agreement> {
  const { printed, ended } = await runScript(script, folder);
  const hung = observation.outcomes.some(({ kind }) => kind === 'hung');
  if (hung || !ended) return hung === !ended ? 'agrees' : { differs: hung ? 'the script ends' : 'the script does not end' };
  const differs = differenceOf(transcriptOfRun(observation), transcriptOfScript(printed));
  return differs === undefined ? 'agrees' : { differs };
}
