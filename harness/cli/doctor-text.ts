import { counted } from '../../suites/wording/counted.ts';
import type { Diagnosis, State } from '../doctor/diagnosis.ts';
import type { Ready } from '../drivers/protocol.ts';

const marks: Readonly<Record<State, string>> = { ok: '✓', lie: '✗', hint: '·', 'n/a': '–' };

function lineOf({ state, probe, title, seen, remedy }: Diagnosis, width: number): string {
  const said = [title, seen, remedy && `→ ${remedy}`].filter((part) => part !== undefined).join(' · ');
  return `  ${marks[state]} ${probe.padEnd(width)}  ${said.replaceAll(/\s*\n\s*/g, ' ')}`;
}

/** What a doctor says about one adapter: a line for each probe. */
export function doctorText(
  { name, version, runtime }: Pick<Ready, 'name' | 'version' | 'runtime'>,
  diagnoses: readonly Diagnosis[],
): string {
  const width = Math.max(...diagnoses.map(({ probe }) => probe.length));
  const count = (state: State): number => diagnoses.filter((each) => each.state === state).length;
  const lies = count('lie');
  const verdict =
    lies > 0
      ? `The results of this adapter cannot be trusted: ${counted(lies, 'probe')} of ${diagnoses.length} failed.`
      : `The adapter tells the truth, as far as ${counted(count('ok'), 'probe')} can show it${count('hint') > 0 ? `; ${counted(count('hint'), 'hint')}` : ''}.`;
  return [`${name} ${version}, ${runtime}`, '', ...diagnoses.map((each) => lineOf(each, width)), '', verdict, ''].join('\n');
}
