import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { HarnessFault } from '../fault.ts';

/** A file that is there until it is disposed of. */
interface TemporaryFile extends Disposable {
  readonly path: string;
}

/**
 * The .netrc file of a scenario, if a call has one: `~/.netrc` of the driver, where clients look by themselves. Nobody but
 * the user may read such a file; some clients refuse it otherwise.
 */
export function netrcFile({ calls }: ConcreteScenario, home: string | undefined): TemporaryFile | undefined {
  const [text, ...others] = new Set(calls.flatMap(({ netrc }) => netrc ?? []));
  if (text === undefined) return undefined;
  if (others.length > 0) throw new HarnessFault('the calls of a scenario have different .netrc files');
  const folder = home ?? mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  const path = join(folder, '.netrc');
  writeFileSync(path, text, { mode: 0o600 });
  return { path, [Symbol.dispose]: () => rmSync(home === undefined ? folder : path, { recursive: true, force: true }) };
}
