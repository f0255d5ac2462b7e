import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConcreteCall, ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { HarnessFault } from '../fault.ts';

/** The paths of the files that the calls of a scenario need. They are there until this is disposed of. */
export interface ScenarioFiles extends Disposable {
  readonly netrc?: string;
  readonly upload?: string;
}

type Kind = 'netrc' | 'upload';

/** `.netrc` is where clients look by themselves, if its folder is HOME. */
const names: Readonly<Record<Kind, string>> = { netrc: '.netrc', upload: 'upload' };

const textsOf: Readonly<Record<Kind, (call: ConcreteCall) => string | undefined>> = {
  netrc: ({ netrc }) => netrc,
  upload: ({ form }) => (form?.as === 'multipart' ? form.file?.text : undefined),
};

/** The text that all calls of a scenario share which have one. */
function textIn({ calls }: ConcreteScenario, kind: Kind): string | undefined {
  const [text, ...others] = new Set(calls.flatMap((call) => textsOf[kind](call) ?? []));
  if (others.length > 0) throw new HarnessFault(`the calls of a scenario have different files for ${kind}`);
  return text;
}

/** Writes the files of a scenario to HOME of the driver, or to a folder of their own. */
export function scenarioFiles(scenario: ConcreteScenario, home: string | undefined): ScenarioFiles {
  const texts = (['netrc', 'upload'] as const).flatMap((kind) => {
    const text = textIn(scenario, kind);
    return text === undefined ? [] : [{ kind, text }];
  });
  const folder = texts.length > 0 && home === undefined ? mkdtempSync(join(tmpdir(), 'redirect-conformance-')) : undefined;
  // The client may have deleted its own.
  if (texts.length > 0 && home !== undefined) mkdirSync(home, { recursive: true, mode: 0o700 });
  const files = texts.map(({ kind, text }) => {
    const path = join(folder ?? home ?? '', names[kind]);
    // Only the user may read a .netrc file; some clients refuse it otherwise.
    writeFileSync(path, text, { mode: 0o600 });
    return [kind, path] as const;
  });
  return {
    ...(Object.fromEntries(files) as Partial<Record<Kind, string>>),
    [Symbol.dispose]() {
      for (const path of folder ? [folder] : files.map(([, file]) => file)) rmSync(path, { recursive: true, force: true });
    },
  };
}
