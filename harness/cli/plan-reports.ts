import { join } from 'node:path';
import type { ReportFormat } from '../../reports/formats/format.ts';
import { formats } from '../../reports/formats/index.ts';
import { formatNames } from '../../reports/formats/names.ts';
import type { PlannedReport } from '../../reports/write-reports.ts';
import { whyNotReplaceable } from '../../reports/write-folder.ts';
import { whyNotWritable } from '../../reports/write-whole.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A reporter that a user asks for: `name`, `name:file`, or `no-name` to leave one out. */
interface AskedReporter {
  readonly format: ReportFormat;
  readonly file?: string;
  readonly isLeftOut: boolean;
}

function parseReporter(text: string): AskedReporter {
  const [, given = '', file] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  const named = formats.find(({ name }) => name === given);
  const leftOut = formats.find(({ name }) => `no-${name}` === given);
  const format = named ?? leftOut;
  if (!format) {
    const known = formatNames.join(', ');
    throw new UsageError(`--reporter=${text}: no such reporter; available: ${known}, or no-<name> to leave one out`);
  }
  if (file === '' || (file !== undefined && leftOut)) {
    throw new UsageError(`--reporter=${text}: expected <name>, <name>:<file> or no-<name>`);
  }
  return { format, ...(file !== undefined && { file: userPath(file) }), isLeftOut: leftOut !== undefined };
}

function isUsedBy({ usedBy }: ReportFormat, environment: Environment): boolean {
  if (usedBy === undefined || usedBy === 'default') return usedBy === 'default';
  return Boolean(environment[usedBy.variable]);
}

/** Where a format writes to by default. */
function defaultFile(format: ReportFormat, output: string, environment: Environment): string | undefined {
  if ('folder' in format) return join(output, format.folder);
  const { file } = format;
  if (typeof file === 'string') return join(output, file);
  return file && environment[file.variable];
}

/**
 * The reports of a run, in the order in which they are made: those that are used by default, those for the CI service that
 * the environment names, and those that the user asks for. Throws a UsageError for a reporter that does not exist, or for
 * two that write to one file.
 */
export function planReports(
  asked: readonly string[],
  output: string,
  environment: Environment = process.env,
): readonly PlannedReport[] {
  const all = asked.map(parseReporter);
  const reports = formats.flatMap((format): readonly PlannedReport[] => {
    const own = all.filter((each) => each.format === format);
    if (own.some(({ isLeftOut }) => isLeftOut) || (own.length === 0 && !isUsedBy(format, environment))) return [];
    const files = own.length === 0 ? [undefined] : own.map(({ file }) => file);
    const shared = 'folder' in format ? undefined : format.file;
    return [...new Set(files.map((file) => file ?? defaultFile(format, output, environment)))].map((file) => ({
      format,
      ...(file !== undefined && { file }),
      ...(typeof shared === 'object' && { appendUpTo: shared.mostBytes }),
    }));
  });
  const files = reports.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two reporters write to ${twice}; name another file for one of them`);
  return reports;
}

/** Throws a UsageError if a run could not write its reports. Tries each file, and leaves nothing behind. */
export function refuseUnwritable(output: string, reports: readonly PlannedReport[]): void {
  const results = { file: join(output, 'results.json'), why: whyNotWritable };
  const places = reports.flatMap(({ format, file }) =>
    file === undefined
      ? []
      : [{ file, why: 'folder' in format ? (folder: string) => whyNotReplaceable(folder, format.entries) : whyNotWritable }],
  );
  for (const { file, why } of [results, ...places]) {
    const reason = why(file);
    if (reason !== undefined) throw new UsageError(`cannot write ${file}: ${reason}; choose another --output or file`);
  }
}
