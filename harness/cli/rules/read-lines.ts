import { redirectStatuses } from '../../../suites/vocabulary/status.ts';
import { UsageError } from '../usage-error.ts';
import type { Rule, RuleFile } from './rule.ts';

/** A rule of a text file as its line has it. */
export interface RuleLine {
  readonly place: string;
  readonly words: readonly string[];
}

/** The lines of a file that say something: comments begin with #. */
export const linesOf = (text: string): readonly RuleLine[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const words = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return words.length === 0 ? [] : [{ place: `line ${index + 1}`, words }];
  });

/** A URL as a rule begins with it: with its scheme, or a path at `base`. */
export function sourceOf(text: string, base: URL, fail: (why: string) => never): URL {
  if (!text.startsWith('/') && !/^https?:\/\//.test(text))
    fail(`“${text}”: expected a path such as /old, or a URL with its scheme`);
  return URL.canParse(text, base) ? new URL(text, base) : fail(`“${text}” is no valid URL`);
}

export const statusOf = (text: string, fail: (why: string) => never): Rule['status'] =>
  redirectStatuses.find((status) => String(status) === text) ??
  fail(`“${text}” is no status of a redirect; possible are ${redirectStatuses.join(', ')}`);

export const failing =
  (file: string, place: string) =>
  (why: string): never => {
    throw new UsageError(`${file}, ${place}: ${why}`);
  };

/** A list of `status from to`, one redirect a line. Throws a UsageError that names file and line. */
export function readStatusLines(file: string, text: string, base: URL): RuleFile {
  const rules = linesOf(text).map(({ place, words }): Rule => {
    const fail = failing(file, place);
    const [status = '', from, to, ...more] = words;
    if (from === undefined || to === undefined)
      return fail('expected a status, a URL or path, and a target, such as 301 /old /new');
    if (more.length > 0) return fail(`“${more.join(' ')}” is too much; a line has a status, a URL or path, and one target`);
    const source = sourceOf(from, base, fail);
    return {
      place,
      status: statusOf(status, fail),
      example: source.href,
      locationFor: (url) => (url.href === source.href ? to : undefined),
    };
  });
  return { rules, warnings: [], methods: ['GET', 'POST'] };
}
