import { join, relative } from 'node:path';
import type { Results } from '../suites/vocabulary/result.ts';
import { formats } from './formats/index.ts';
import { writeWhole } from './write-whole.ts';

/** A file of the report that does not depend on the results. */
export interface ReportFile {
  readonly name: string;
  readonly text: () => string | Promise<string>;
}

interface ReportOptions {
  /** The folder of the report. */
  readonly output: string;
  /** Files to add to that folder. */
  readonly files: readonly ReportFile[];
}

/** Reports results in every format: at the terminal, and in the folder of the report. */
export async function writeReports(results: Results, { output, files }: ReportOptions): Promise<void> {
  const { isTTY, columns: width } = process.stdout;
  const toFile = { output, colour: false, width: Infinity };
  const toTerminal = { ...toFile, colour: isTTY && !process.env['NO_COLOR'], width: isTTY ? width : 120 };
  const written: Record<string, string> = {};
  for (const { name, text } of files) writeWhole(join(output, name), await text());
  for (const { name, file, render } of formats) {
    const text = await render(results, { ...(file === undefined ? toTerminal : toFile), written });
    if (file === undefined) console.log(text);
    else {
      writeWhole(join(output, file), text);
      written[name] = relative(process.cwd(), join(output, file));
    }
  }
}
