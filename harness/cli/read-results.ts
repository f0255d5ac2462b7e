import { z } from 'zod';
import { levels } from '../../suites/vocabulary/check.ts';
import { factKinds } from '../../suites/vocabulary/fact.ts';
import { type Results, resultsSchema } from '../../suites/vocabulary/result.ts';
import { readJson } from './read-json.ts';
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

/** Reads the results of a run. Throws a UsageError that says what is wrong with the file. */
export function readResults(file: string): Results {
  return readJson(userPath(file), storedSchema, 'results file') as unknown as Results;
}
