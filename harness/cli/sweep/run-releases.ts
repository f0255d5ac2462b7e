import { selectColumns } from '../columns.ts';
import type { Interruption } from '../interruption.ts';
import { planColumns, type RunOptions } from '../plan-run.ts';
import { execute } from '../run.ts';
import { type ReleaseColumn, releasesIn } from './release.ts';

/** Runs releases of a client, named as `--client` does: `axios@1.6.0`. Throws an Interrupted if a signal ends the run. */
export async function runReleases(
  names: readonly string[],
  options: Pick<RunOptions, 'suite' | 'scenario' | 'profile'>,
  interruption: Interruption,
): Promise<readonly ReleaseColumn[]> {
  const planned = await planColumns(await selectColumns(names, ['wire']), options);
  const { results } = await execute({ ...planned, ownTests: false, isQuiet: true, output: '', reports: [] }, interruption);
  return results ? releasesIn(results) : [];
}
