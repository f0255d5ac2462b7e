import { redirectStatuses } from '../../../suites/vocabulary/status.ts';
import { UsageError } from '../usage-error.ts';
import { type Fail, type Rule, type RuleFile, withTarget } from './rule.ts';

/** A rule of a text file as its line has it. */
export interface RuleLine {
  readonly place: string;
  readonly words: readonly string[];
}

/** The lines of a file that say something: comments begin with #. */
export const linesOf = (text: string): readonly RuleLine[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const words = line.split(/\s+/).filter(Boolean);
    const comment = words.findIndex((word) => word.startsWith('#'));
    const said = comment < 0 ? words : words.slice(0, comment);
    return said.length === 0 ? [] : [{ place: `line ${index + 1}`, words: said }];
  });

const isEncoded = (path: string): boolean => !/%(?![\dA-Fa-f]{2})/.test(path);

/** What can be wrong with a valid URL that a rule begins with. */
const faults: readonly (readonly [isWrong: (url: URL, text: string) => boolean, why: string])[] = [
  [({ username, password }) => username !== '' || password !== '', 'a rule does not look at user names and passwords'],
  [(_, text) => /[{}]/.test(text), 'write braces in percent-encoding, %7B and %7D'],
  [({ host }) => host.includes('*'), 'expected a host that is written out'],
  [(_, text) => text.includes('#'), 'no server ever sees what follows #; leave it out'],
  [({ pathname }) => !isEncoded(pathname), 'after % there are two hexadecimal digits'],
];

/** A URL as a rule begins with it: with its scheme, or a path at `base`. */
export function sourceOf(text: string, base: URL, fail: Fail): URL {
  if (!/^\/(?!\/)|^https?:\/\//.test(text)) fail(`“${text}”: expected a path such as /old, or a URL with http:// or https://`);
  if (!URL.canParse(text, base)) fail(`“${text}” is no valid URL`);
  const url = new URL(text, base);
  const [, why] = faults.find(([isWrong]) => isWrong(url, text)) ?? [];
  return why === undefined ? url : fail(`“${text}”: ${why}`);
}

export const statusOf = (text: string, fail: Fail): Rule['status'] =>
  redirectStatuses.find((status) => String(status) === text) ??
  fail(`“${text}” is no status of a redirect; possible are ${redirectStatuses.join(', ')}`);

export const failing =
  (file: string, place: string): Fail =>
  (why) => {
    throw new UsageError(`${file}, ${place}: ${why}`);
  };

/** A target as a server sends it: a URL of any scheme, or a reference that cannot be taken for a host. */
const isTarget = (text: string): boolean => /^([a-z][a-z\d+.-]*:|[/.?#])/i.test(text);

/** A list of `status from to`, one redirect a line. Throws a UsageError that names file and line. */
export function readStatusLines(file: string, text: string, base: URL): RuleFile {
  const rules = linesOf(text).map(({ place, words }): Rule => {
    const fail = failing(file, place);
    const [status = '', from, to, ...more] = words;
    if (from === undefined || to === undefined)
      return fail('expected a status, a URL or path, and a target, such as 301 /old /new');
    if (more.length > 0) return fail(`“${more.join(' ')}” is too much; a line has a status, a URL or path, and one target`);
    const source = sourceOf(from, base, fail);
    if (source.pathname.includes('*')) return fail(`“${from}”: a line is for one URL; write one that stands for others in full`);
    if (!isTarget(to)) return fail(`“${to}”: expected a path such as /new, or a URL with its scheme`);
    const rule: Rule = {
      place,
      name: from,
      status: statusOf(status, fail),
      examples: [source.href],
      locationFor: ({ href }) => (href.replace(/#.*/s, '') === source.href ? to : undefined),
    };
    return withTarget(rule, fail);
  });
  return { rules, warnings: [], methods: ['GET', 'POST'] };
}
