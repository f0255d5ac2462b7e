import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import type { ExitCode } from '../exit-code.ts';
import { projectFolder } from '../installed.ts';
import { agreement } from './agreement.ts';
import type { Reproduced } from './reproduced.ts';

/** A line for a script that shows something else; no line otherwise. */
type Checked = { readonly column: string; readonly kind: 'agrees' | 'differs' | 'none'; readonly line?: string };

async function checkOne({ reproduction, cell, program }: Reproduced): Promise<Checked> {
  const { column, scenario, observation } = cell;
  if ('none' in reproduction || !observation) return { column, kind: 'none' };
  const result = await agreement(reproduction, observation, { folder: projectFolder(), program });
  return result === 'agrees'
    ? { column, kind: 'agrees' }
    : { column, kind: 'differs', line: `${column} ${scenario}: ${result.differs}\n` };
}

const count = (all: readonly Checked[], kind: Checked['kind']): number => all.filter((each) => each.kind === kind).length;

/** Runs every script, and prints which show something else than the harness saw, and the counts of each client. */
export async function checkScripts(reproduced: readonly Reproduced[]): Promise<ExitCode> {
  const all: Checked[] = [];
  const checks = Readable.from(reproduced).map(checkOne, { concurrency: availableParallelism() });
  for await (const checked of checks as AsyncIterable<Checked>) {
    if (checked.line !== undefined) console.log(checked.line);
    all.push(checked);
  }
  for (const [column, its] of Map.groupBy(all, (each) => each.column)) {
    const agree = count(its, 'agrees');
    console.log(
      `${column}: ${agree} of ${agree + count(its, 'differs')} scripts show what the harness saw; ${count(its, 'none')} scenarios have no script`,
    );
  }
  return count(all, 'differs') > 0 ? 1 : 0;
}
