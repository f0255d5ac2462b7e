import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { ProfileName, Sin } from './sin.ts';

/** The checks that a sin breaks, by profile. */
export type Broken = Readonly<Partial<Record<ProfileName, readonly CheckId[]>>>;

export const BROKEN = join(import.meta.dirname, 'broken');

/** Where the list of a sin is kept. */
export const listOf = ({ name }: Pick<Sin, 'name'>): string => join(BROKEN, `${name}.txt`);

/** A list as it is kept: the name of each profile, and under it a check a line. */
export function writeList(broken: Broken): string {
  const sections = Object.entries(broken).map(([profile, ids]) => [profile, ...ids.map((id) => `  ${id}`)].join('\n'));
  return `${sections.join('\n')}\n`;
}

/** The list of a sin; empty if there is none yet. */
export function readList(sin: Pick<Sin, 'name'>): Broken {
  const path = listOf(sin);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  const broken: Partial<Record<ProfileName, CheckId[]>> = {};
  let section: CheckId[] = [];
  for (const line of lines) {
    if (line.startsWith('  ')) section.push(line.trim());
    else broken[line as ProfileName] = section = [];
  }
  return broken;
}
