import { appendFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import type { Results } from '../suites/vocabulary/result.ts';
import type { ReportFormat, RunContext, Untested } from './formats/format.ts';
import { writeFolder } from './write-folder.ts';
import { writeWhole } from './write-whole.ts';

/** A file of the report that does not depend on the results. */
export interface ReportFile {
  readonly name: string;
  readonly text: () => string | Promise<string>;
}

/** A format, and where its text goes. */
export interface PlannedReport {
  readonly format: ReportFormat;
  /** The path of its file; without one, the text goes to standard output. */
  readonly file?: string;
  /** How many bytes the file may have if the text is appended to it. */
  readonly appendUpTo?: number;
}

interface ReportOptions {
  /** The folder of the report. */
  readonly output: string;
  readonly reports: readonly PlannedReport[];
  /** Files to add to that folder. */
  readonly files: readonly ReportFile[];
  /** The results of an earlier run. */
  readonly earlier?: Results;
  /** What no scenario tests. */
  readonly untested?: readonly Untested[];
}

const DEFAULT_WIDTH = 120;

/** How standard output is shown. Node.js knows what NO_COLOR and FORCE_COLOR mean. */
function shownOn(stream: NodeJS.WriteStream): Pick<RunContext, 'colour' | 'width'> {
  return {
    colour: styleText('bold', 'x', { stream }) !== 'x',
    // A terminal of unknown size says that it has no columns.
    width: (stream.isTTY && stream.columns) || DEFAULT_WIDTH,
  };
}

const { INIT_CWD, GITHUB_WORKSPACE, CI_PROJECT_DIR } = process.env;

const pathInRepository = (path: string): string =>
  relative(GITHUB_WORKSPACE ?? CI_PROJECT_DIR ?? process.cwd(), resolve(INIT_CWD ?? process.cwd(), path)).replaceAll(sep, '/');

/** Appends a text to a file, unless the file would get too large. */
function appendTo(file: string, text: string, room: number): void {
  if (Buffer.byteLength(text) <= room) appendFileSync(file, text);
}

/** Reports results in every planned format. Returns what could not be written, a line each. */
export async function writeReports(
  results: Results,
  { output, reports, files, earlier, untested }: ReportOptions,
): Promise<readonly string[]> {
  const shown = shownOn(process.stdout);
  const written: Record<string, string> = {};
  const failures: string[] = [];
  const attempt = async (file: string, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      failures.push(`cannot write ${file}: ${(error as Error).message}`);
    }
  };
  for (const { name, text } of files) {
    const file = join(output, name);
    await attempt(file, async () => writeWhole(file, await text()));
  }
  for (const { format, file, appendUpTo } of reports) {
    const size = appendUpTo === undefined || file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    const context: RunContext = {
      ...(file === undefined ? shown : { colour: false, width: DEFAULT_WIDTH }),
      written,
      room: (appendUpTo ?? Infinity) - size,
      pathInRepository,
      ...(earlier && { earlier }),
      ...(untested && { untested }),
    };
    await attempt(file ?? format.name, async () => {
      if ('folder' in format) {
        const folder = file ?? join(output, format.folder);
        writeFolder(folder, format.entries, await format.files(results, context));
        written[format.name] = relative(process.cwd(), folder);
        return;
      }
      if ('pieces' in format) {
        const path = file ?? join(output, format.file);
        writeWhole(path, format.pieces(results));
        written[format.name] = relative(process.cwd(), path);
        return;
      }
      const text = await format.render(results, context);
      if (file === undefined) process.stdout.write(`${text}\n`);
      else if (appendUpTo !== undefined) appendTo(file, text, context.room);
      else {
        writeWhole(file, text);
        written[format.name] = relative(process.cwd(), file);
      }
    });
    if (format.print) process.stdout.write(format.print(results, context));
  }
  return failures;
}
