import type { Command } from 'commander';
import { faultOfParts, joinParts, missingFrom, type Part } from '../../../reports/model/merge.ts';
import { writeReports } from '../../../reports/write-reports.ts';
import { coverage } from '../../../suites/coverage/coverage.ts';
import { suites as catalogue, suitesWith } from '../../../suites/index.ts';
import { requirements } from '../../../suites/requirements/index.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Suite } from '../../../suites/vocabulary/scenario.ts';
import { baseOption, reporterOption, scenariosOption } from '../options.ts';
import { type OwnFiles, readOwnSuites } from '../own-suites.ts';
import { planReports, refuseUnwritable } from '../plan-reports.ts';
import { readResults } from '../read-results.ts';
import { reportFiles } from '../report-files.ts';
import { selectScenarios } from '../select-scenarios.ts';
import { untestedIn } from '../untested.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';

interface OutputOptions extends OwnFiles {
  readonly output?: string;
  readonly reporter?: readonly string[];
  readonly against?: string;
}

/** Files that fit together as one run. Throws a UsageError if they do not. */
function joined(
  [first, ...others]: readonly string[],
  suites: readonly Suite[],
): { readonly parts: readonly Part[]; readonly results: Results } {
  if (first === undefined) throw new UsageError('no results are named');
  const read = (file: string): Part => ({ file, results: readResults(file) });
  const parts = [read(first), ...others.map(read)] as const;
  const fault = faultOfParts(parts, { suites });
  if (fault !== undefined) throw new UsageError(fault);
  return { parts, results: joinParts(parts, { suites, requirements }) };
}

/** The whole run that these files are the parts of. Throws a UsageError if one is missing. */
function whole(files: readonly string[], suites: readonly Suite[]): Results {
  const { parts, results } = joined(files, suites);
  const expected = selectScenarios(results.run.selection ?? {}, suites).map(({ id }) => id);
  const missing = missingFrom(parts, expected);
  if (missing !== undefined) throw new UsageError(missing);
  return results;
}

const countScenarios = (list: Results['suites']): number => list.reduce((sum, { scenarios }) => sum + scenarios.length, 0);

/** A command that takes files and writes what comes of them as a report. */
function addWriter(
  program: Command,
  name: string,
  description: string,
  resultsOf: (files: readonly string[], suites: readonly Suite[]) => Results,
): void {
  program
    .command(`${name} <results...>`)
    .description(description)
    .addOption(scenariosOption())
    .addOption(baseOption())
    .option('--output <dir>', 'folder for results and report (default: conformance-report)')
    .addOption(reporterOption())
    .option('--against <file>', 'results of an earlier run, to show what changed')
    .action(async (files: readonly string[], _, command: Command) => {
      const { output: folder = 'conformance-report', reporter = [], against, ...own } = command.optsWithGlobals<OutputOptions>();
      const output = userPath(folder);
      const reports = planReports(reporter, output);
      const suites = suitesWith((await readOwnSuites(own)).values());
      const results = resultsOf(files, suites);
      const earlier = against === undefined ? undefined : readResults(against);
      const wholeCatalogue = countScenarios(results.suites) >= countScenarios(catalogue);
      refuseUnwritable(output, reports);
      const failures = await writeReports(results, {
        output,
        reports,
        files: reportFiles(wholeCatalogue),
        untested: untestedIn(coverage(catalogue)),
        ...(earlier && { earlier }),
      });
      if (failures.length > 0) throw new UsageError(failures.join('; '));
    });
}

/** `merge <results…>`: shards and columns of several machines as one run. */
export const addMerge = (program: Command): void =>
  addWriter(program, 'merge', 'joins shards and clients of several machines into one results.json and its reports', whole);

/** `report <results…>`: the reports of stored results once more, whatever part of a run they are. */
export const addReport = (program: Command): void =>
  addWriter(program, 'report', 'writes the reports of stored results again', (files, suites) =>
    files.length === 1 && files[0] !== undefined ? readResults(files[0]) : joined(files, suites).results,
  );
