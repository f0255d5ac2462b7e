import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { comparisonFormats } from '../../../reports/comparison/index.ts';
import { type ColumnPair, type Comparison, compareRuns, pairById } from '../../../reports/model/comparison.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Column, Results } from '../../../suites/vocabulary/result.ts';
import { readProfile } from '../read-profile.ts';
import { readResults } from '../read-results.ts';
import type { ExitCode } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';

interface DiffOptions {
  readonly profile?: string;
  readonly format?: keyof typeof comparisonFormats;
  readonly failOnRegression?: boolean;
}

/** One side of a comparison: the results of a run, and one column of them if it is named. */
interface Side {
  readonly named: string;
  readonly results: Results;
  readonly column?: Column;
}

const idsOf = ({ results }: Side): string => results.columns.map(({ id }) => id).join(', ') || 'none';

function columnOf(side: Side, id: string): Column {
  const column = side.results.columns.find((each) => each.id === id);
  if (!column) throw new UsageError(`${side.named}: it has no column ${id}; it has ${idsOf(side)}`);
  return column;
}

/** `results.json`, or `results.json:got` for one of its columns. A path may have colons of its own. */
function readSide(named: string): Side {
  const colons = [...named.matchAll(/:/g)].map(({ index }) => index).toReversed();
  const colon = existsSync(userPath(named)) ? undefined : colons.find((index) => existsSync(userPath(named.slice(0, index))));
  if (colon === undefined) return { named, results: readResults(named) };
  const file = named.slice(0, colon);
  const side = { named: file, results: readResults(file) };
  return { ...side, column: columnOf(side, named.slice(colon + 1)) };
}

const onlyColumn = ({ results: { columns } }: Side): Column | undefined => (columns.length === 1 ? columns[0] : undefined);

/** The columns to compare: those that are named, else those with the same id, else the only one of each side. */
function pairsOf(before: Side, after: Side): readonly ColumnPair[] {
  const named = before.column ?? after.column;
  if (named) {
    const other = (side: Side): Column => side.column ?? onlyColumn(side) ?? columnOf(side, named.id);
    return [{ before: other(before), after: other(after) }];
  }
  const pairs = pairById(before.results, after.results);
  if (pairs.some((pair) => pair.before && pair.after)) return pairs;
  const [first, second] = [onlyColumn(before), onlyColumn(after)];
  if (first && second) return [{ before: first, after: second }];
  throw new UsageError(
    `${before.named} and ${after.named} have no column in common (${idsOf(before)}; ${idsOf(after)}); name one of each, such as ${before.named}:${before.results.columns[0]?.id}`,
  );
}

/** The profile that is named, from the results if they have it; otherwise the one that gated the second run. */
function profileFor({ results: { profiles, run } }: Side, asked: string | undefined): Profile {
  return profiles.find(({ name }) => name === (asked ?? run.profile)) ?? readProfile(asked ?? run.profile);
}

function exitCodeOf({ changes, faults }: Comparison): ExitCode {
  if (faults > 0) return 2;
  return changes.some(({ kind }) => kind === 'regression') ? 1 : 0;
}

/** The comparison of two files, or of columns of them, and the exit code. Throws a UsageError if that is not possible. */
export function diff(
  first: string,
  second: string,
  { profile, format = 'text', failOnRegression }: DiffOptions,
): { readonly text: string; readonly code: ExitCode } {
  const [before, after] = [readSide(first), readSide(second)];
  const comparison = compareRuns(before.results, after.results, pairsOf(before, after), profileFor(after, profile));
  return { text: comparisonFormats[format](comparison), code: failOnRegression ? exitCodeOf(comparison) : 0 };
}

/** `diff <before> <after>`: what changed between two runs, versions, clients or columns. */
export function addDiff(program: Command): void {
  program
    .command('diff <before> <after>')
    .description('what changed between two results.json, or between two columns: results.json:got')
    .addOption(new Option('--format <name>', 'how to show it').choices(Object.keys(comparisonFormats)).default('text'))
    .option('--profile <name>', 'the rules that judge both: a name or a file (default: those of the second run)')
    .option('--fail-on-regression', 'exit with 1 if there is a regression, and with 2 if a check could not be compared')
    .action((first: string, second: string, _, command: Command) => {
      const { text, code } = diff(first, second, command.optsWithGlobals<DiffOptions>());
      console.log(text);
      process.exitCode = code;
    });
}
