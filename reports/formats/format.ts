import type { Results } from '../../suites/vocabulary/result.ts';

/** What a run adds to its results. */
export interface RunContext {
  /** The folder of the report. */
  readonly output: string;
  /** The files that earlier formats wrote, by the name of the format, as paths from the working directory. */
  readonly written: Readonly<Record<string, string>>;
  /** Whether the text is shown where colours are. */
  readonly colour: boolean;
  /** How many characters fit in a line where the text is shown. */
  readonly width: number;
}

/** A way to report the results of a run. To add one, write a file in this folder and list it in `index.ts`. */
export interface ReportFormat {
  readonly name: string;
  readonly description: string;
  /** The file to write in the folder of the report. Without one, the text goes to standard output. */
  readonly file?: string;
  /** The whole text of the report. */
  readonly render: (results: Results, context: RunContext) => string | Promise<string>;
}
