import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compactPlaces, resultsFrom } from '../../reports/compact/compact-results.ts';
import { levels } from '../../suites/vocabulary/check.ts';
import { factKinds } from '../../suites/vocabulary/fact.ts';
import { type Results, resultsSchema } from '../../suites/vocabulary/result.ts';
import { parseFile, readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

const { version } = resultsSchema.shape;

/** Scenarios as far as reports and comparisons depend on their shape: the whole of it takes seconds to check. */
const briefSuiteSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  scenarios: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      routes: z.record(z.string(), z.unknown()),
      calls: z.array(z.looseObject({ url: z.string() })),
      checks: z.array(
        z.looseObject({
          fact: z.looseObject({ kind: z.enum(factKinds) }),
          rulings: z.array(z.looseObject({ level: z.enum(levels), expect: z.looseObject({}), requirement: z.string() })),
        }),
      ),
    }),
  ),
});

const wrongVersion = ({ input }: { readonly input?: unknown }): string =>
  `this program reads version ${version.value} of results, and not ${JSON.stringify(input)}; use the program that wrote them, or run again`;

/** The version comes first: another one would only show as a list of faults. */
const storedSchema = z
  .looseObject({ version: z.literal(version.value, { error: wrongVersion }) })
  .pipe(resultsSchema.extend({ suites: z.array(briefSuiteSchema) }));

/** Compact results of a folder. Throws a UsageError if it has none, or if they are damaged. */
function readCompact(folder: string): unknown {
  if (!existsSync(join(folder, compactPlaces.run))) {
    throw new UsageError(
      `${folder}: a folder without ${compactPlaces.run}; name a file of results, or a folder of compact results`,
    );
  }
  return parseFile(folder, storedSchema, 'folder of compact results', () =>
    resultsFrom((path) => readFileSync(join(folder, path))),
  );
}

/** Reads the results of a run: a file of JSON, or a folder of compact results. Throws a UsageError that says what is wrong with it. */
export function readResults(named: string): Results {
  const path = userPath(named);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return (isFolder ? readCompact(path) : readJson(path, storedSchema, 'results file')) as Results;
}
