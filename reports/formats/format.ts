import type { Results } from '../../suites/vocabulary/result.ts';
import type { FormatName } from './names.ts';

/** What a run adds to its results. */
export interface RunContext {
  /** The files that earlier formats wrote, by the name of the format, as paths from the working directory. */
  readonly written: Readonly<Record<string, string>>;
  /** Whether the text is shown where colours are. */
  readonly colour: boolean;
  /** How many characters fit in a line where the text is shown. */
  readonly width: number;
  /** How many bytes the text may have. */
  readonly room: number;
  /** The results of an earlier run, to show what changed. */
  readonly earlier?: Results;
  /** What no scenario tests. */
  readonly untested?: readonly Untested[];
  /** Turns a path that `--client` names into one from the root of the repository, with forward slashes. */
  readonly pathInRepository: (path: string) => string;
}

/** A statement of a specification without a scenario. */
export interface Untested {
  readonly id: string;
  readonly topic: string;
  readonly why: string;
}

/** A file to which texts are appended. */
interface SharedFile {
  /** The variable of the environment that has its path. */
  readonly variable: string;
  /** How many bytes it may have. */
  readonly mostBytes: number;
}

interface AnyFormat {
  readonly name: FormatName;
  readonly description: string;
  /** When it is used unless the user leaves it out: always, or where this variable of the environment is set. */
  readonly usedBy?: 'default' | { readonly variable: string };
  /** What it prints to standard output, beside what goes to a file. */
  readonly print?: (results: Results, context: RunContext) => string;
}

/** A report that is one text. */
export interface TextFormat extends AnyFormat {
  /** Where the text goes, if not to standard output: a file in the folder of the report, or one that is appended to. */
  readonly file?: string | SharedFile;
  /** The whole text of the report. */
  readonly render: (results: Results, context: RunContext) => string | Promise<string>;
}

/** A report that is one text, too long to be made at once. */
export interface LongFormat extends AnyFormat {
  /** The name of its file in the folder of the report. */
  readonly file: string;
  /** The text in pieces, in order. */
  readonly pieces: (results: Results) => Iterable<string>;
}

/** A report that is many files. */
export interface FolderFormat extends AnyFormat {
  /** The name of its folder in that of the report. */
  readonly folder: string;
  /** What stands at the top of that folder; a folder with anything else is never replaced. */
  readonly entries: readonly string[];
  readonly files: (results: Results, context: Pick<RunContext, 'untested'>) => Promise<Iterable<FolderFile>>;
}

/** A file of such a report, by its path in the folder, with forward slashes. */
export interface FolderFile {
  readonly path: string;
  readonly contents: string | Uint8Array;
}

/** A way to report the results of a run. To add one, write a file in this folder and list it in `names.ts` and `index.ts`. */
export type ReportFormat = TextFormat | LongFormat | FolderFormat;
