import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../write-whole.ts';
import { bundlePage } from './bundle-page.ts';

/** The package brings the program of the page. */
const packaged = join(import.meta.dirname, 'page.js');

/** A clone makes it when one of its modules has changed. */
const kept = join(import.meta.dirname, '../../../node_modules/.cache/redirect-conformance/page.json');

interface KeptBundle {
  readonly code: string;
  /** When each module was changed, by its path. */
  readonly changedAt: Readonly<Record<string, number>>;
}

const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

function readKept(): string | undefined {
  try {
    const { code, changedAt } = JSON.parse(readFileSync(kept, 'utf8')) as KeptBundle;
    return Object.entries(changedAt).every(([file, time]) => timeOf(file) === time) ? code : undefined;
  } catch {
    // There is none yet.
    return undefined;
  }
}

function keep(bundle: KeptBundle): void {
  try {
    writeWhole(kept, JSON.stringify(bundle));
  } catch {
    // Where it cannot be written, the next run makes it again.
  }
}

/** The program of the page as one script, made anew only if one of its modules has changed. */
export async function pageScript(): Promise<string> {
  if (existsSync(packaged)) return readFileSync(packaged, 'utf8');
  const known = readKept();
  if (known !== undefined) return known;
  const { code, modules } = await bundlePage();
  keep({ code, changedAt: Object.fromEntries(modules.map((file) => [file, timeOf(file) ?? 0])) });
  return code;
}
