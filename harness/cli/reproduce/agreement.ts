import type { Script } from '../../../reports/reproduction/reproduction.ts';
import type { Observation } from '../../../suites/vocabulary/observation.ts';
import { runScript, type ScriptPlace } from './run-script.ts';
import { type Transcript, transcriptOfRun, transcriptOfScript } from './transcript.ts';

/** What a script shows: the same as the harness saw, or the first part that differs. */
export type Agreement = 'agrees' | { readonly differs: string };

/** As much of a part as a person reads. */
const LONGEST = 2000;

/** The first part that only one of them has. */
function difference(ours: readonly string[], theirs: readonly string[]): string | undefined {
  const index = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, at) => at).find((at) => ours[at] !== theirs[at]);
  return index === undefined ? undefined : `the harness saw ${brief(ours[index])}\nthe script shows ${brief(theirs[index])}`;
}

const brief = (part = 'nothing'): string => part.slice(0, LONGEST);

const differenceOf = (ours: Transcript, theirs: Transcript): string | undefined =>
  difference(ours.arrived, theirs.arrived) ?? difference(ours.got, theirs.got);

/** Whether a client left its caller without a result: then its script prints none either, and may not end. */
const isEndless = ({ outcomes }: Observation): boolean => outcomes.some(({ kind }) => kind === 'hung' || kind === 'crashed');

/** Runs a script where it finds its client, and compares what arrived at the servers and what the caller got with what the harness saw. */
export async function agreement(script: Script, observation: Observation, place: ScriptPlace): Promise<Agreement> {
  const { printed, code } = await runScript(script, place);
  const theirs = transcriptOfScript(printed);
  const endless = isEndless(observation);
  if (endless && code === 0) return { differs: 'the client leaves its caller without a result; the script ends well' };
  if (!endless && code !== 0) return { differs: `the script ends with ${code ?? 'a time limit'}:\n${brief(printed)}` };
  const differs = endless ? undefined : differenceOf(transcriptOfRun(observation), theirs);
  return differs === undefined ? 'agrees' : { differs };
}
