import { failing, linesOf, type RuleLine, sourceOf, statusOf } from './read-lines.ts';
import { type PathPattern, pathPattern } from './path-pattern.ts';
import type { Rule, RuleFile } from './rule.ts';

// A `_redirects` file: `/from [parameter=:name] /to [status[!]] [conditions]`, the first line that fits applies.

/** A line in its parts. */
interface Parts {
  readonly from: string;
  /** Parameters that the query must have: `id=:id`. */
  readonly parameters: readonly string[];
  readonly to: string;
  readonly status?: string;
  /** Conditions on the visitor. */
  readonly conditions: readonly string[];
}

const isTarget = (word: string): boolean => /^\/|^https?:/.test(word);

/** Conditions on the visitor that Netlify knows. */
const CONDITION = /^(Country|Language|Role|Cookie)=\S+$/i;

/** The parts of a line; fails with what is wrong. */
function partsOf([from = '', ...rest]: readonly string[], fail: (why: string) => never): Parts {
  const target = rest.findIndex(isTarget);
  const to = rest[target];
  if (to === undefined) return fail('expected a path or URL, a target, and perhaps a status, such as /old /new 301');
  const parameters = rest.slice(0, target);
  const wrong = parameters.find((word) => !/^[^=]+=\S*$/.test(word));
  if (wrong !== undefined) return fail(`“${wrong}”: between path and target are parameters of the query, such as id=:id`);
  const tail = rest.slice(target + 1);
  const status = tail.slice(0, 1).find((word) => /^\d/.test(word));
  const conditions = tail.slice(status === undefined ? 0 : 1);
  const second = conditions.find(isTarget);
  if (second !== undefined) return fail(`it has two targets: ${to} and ${second}`);
  const unknown = conditions.find((word) => !CONDITION.test(word));
  if (unknown !== undefined) return fail(`“${unknown}” is no condition; known are Country=, Language=, Role= and Cookie=`);
  return { from, parameters, to, ...(status !== undefined && { status: status.replace(/!$/, '') }), conditions };
}

/** Netlify and GitLab send it where a line has no status, Cloudflare Pages a 302. */
const DEFAULT_STATUS = '301';

const nameOf = (parameter: string): string => parameter.split('=')[0] ?? '';

/** A URL that a line applies to: each placeholder stands for its own name. */
function exampleOf(source: URL, pattern: PathPattern, parameters: readonly string[]): string {
  const example = new URL(pattern.example, source.origin);
  for (const parameter of parameters) example.searchParams.append(nameOf(parameter), parameter.replace(/^.*?=:?/, ''));
  return example.href;
}

/** The names in a target that path and parameters do not have. */
function unknownNames({ to, parameters }: Parts, pattern: PathPattern): readonly string[] {
  const known = [...pattern.names, ...parameters.flatMap((parameter) => /=:(\w+)$/.exec(parameter)?.[1] ?? [])];
  const named = [...to.replace(/^https?:\/\/[^/]*/, '').matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return named.filter((name) => !known.includes(name));
}

function toRule(parts: Parts, place: string, base: URL, fail: (why: string) => never): Rule {
  const { from, parameters, to, status = DEFAULT_STATUS, conditions } = parts;
  const source = sourceOf(from, base, fail);
  const pattern = pathPattern(decodeURI(source.pathname));
  const [unknown] = unknownNames(parts, pattern);
  if (unknown !== undefined) return fail(`the target has :${unknown}, and neither the path nor the query has it`);
  return {
    place,
    status: statusOf(status, fail),
    example: exampleOf(source, pattern, parameters),
    ...(conditions.length > 0 && { condition: `for visitors with ${conditions.join(' ')}` }),
    locationFor(url) {
      const inPath = url.origin === source.origin ? pattern.valuesIn(decodeURI(url.pathname)) : undefined;
      if (!inPath || !parameters.every((parameter) => url.searchParams.has(nameOf(parameter)))) return undefined;
      const values: Readonly<Record<string, string>> = { ...Object.fromEntries(url.searchParams), ...inPath };
      return to.replace(/:([A-Za-z]\w*)/g, (whole, name: string) => values[name] ?? whole);
    },
  };
}

/** A line as a rule, or why it is none. */
function readLine(
  file: string,
  { place, words }: RuleLine,
  base: URL,
): { readonly rule?: Rule; readonly warnings: readonly string[] } {
  const fail = failing(file, place);
  const parts = partsOf(words, fail);
  const { status, conditions } = parts;
  if (status === '200' || status === '404')
    return { warnings: [`${place}: ${status} is a rewrite and no redirect, so it is left out`] };
  return {
    rule: toRule(parts, place, base, fail),
    warnings: [
      ...(status === undefined ? [`${place}: no status; taken for 301 (Netlify, GitLab), Cloudflare sends 302`] : []),
      ...(conditions.length > 0 ? [`${place}: ${conditions.join(' ')} is taken for met`] : []),
    ],
  };
}

/** A `_redirects` file as Netlify, Cloudflare Pages and GitLab Pages read it. Throws a UsageError that names file and line. */
export function readRedirectsFile(file: string, text: string, base: URL): RuleFile {
  const read = linesOf(text).map((line) => readLine(file, line, base));
  return {
    rules: read.flatMap(({ rule }) => rule ?? []),
    warnings: read.flatMap(({ warnings }) => warnings),
    methods: ['GET', 'POST'],
  };
}
