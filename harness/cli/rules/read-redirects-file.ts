import { filledIn, type PathPattern, pathPattern, placeholdersIn } from './path-pattern.ts';
import { failing, linesOf, type RuleLine, sourceOf, statusOf } from './read-lines.ts';
import { type Asked, type Fail, type Rule, type RuleFile, withTarget } from './rule.ts';

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

/** Conditions that Netlify knows. */
const CONDITION = /^(Country|Language|Role|Cookie|Sign|Signed)=\S+$/i;

/** The parts of a line; fails with what is wrong. */
function partsOf([from = '', ...rest]: readonly string[], fail: Fail): Parts {
  const target = rest.findIndex(isTarget);
  const to = rest[target];
  if (to === undefined) {
    return fail(
      'expected a path or URL, a target, and perhaps a status, such as /old /new 301; a target begins with /, http: or https:',
    );
  }
  const parameters = rest.slice(0, target);
  const wrong = parameters.find((word) => !/^[^=]+=\S+$/.test(word));
  if (wrong !== undefined) return fail(`“${wrong}”: between path and target are parameters of the query, such as id=:id`);
  const [next, ...others] = rest.slice(target + 1);
  const hasStatus = next !== undefined && !next.includes('=') && !isTarget(next);
  const conditions = [...(next === undefined || hasStatus ? [] : [next]), ...others];
  const second = conditions.find(isTarget);
  if (second !== undefined) return fail(`it has two targets: ${to} and ${second}`);
  const unknown = conditions.find((word) => !CONDITION.test(word));
  if (unknown !== undefined)
    return fail(`“${unknown}” is no condition; known are Country=, Language=, Role=, Cookie= and Signed=`);
  return { from, parameters, to, ...(hasStatus && { status: next.replace(/!$/, '') }), conditions };
}

/** Netlify and GitLab send it where a line has no status, Cloudflare Pages a 302. */
const DEFAULT_STATUS = '301';

const nameOf = (parameter: string): string => parameter.split('=')[0] ?? '';
const valueOf = (parameter: string): string => parameter.slice(parameter.indexOf('=') + 1);

/** Whether the query of a URL has a parameter: any value for `id=:id`, this one for `id=7`. */
const isIn =
  (query: URLSearchParams) =>
  (parameter: string): boolean =>
    valueOf(parameter).startsWith(':') ? query.has(nameOf(parameter)) : query.get(nameOf(parameter)) === valueOf(parameter);

/** What the placeholders of parameters stand for in a query. */
const valuesOf = (query: URLSearchParams, parameters: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parameters.flatMap((parameter) =>
      placeholdersIn(valueOf(parameter)).map((name) => [name, query.get(nameOf(parameter)) ?? '']),
    ),
  );

/** A URL that a line applies to: each placeholder stands for its own name. */
function exampleOf(path: string, origin: string, parameters: readonly string[]): string {
  const example = new URL(path, origin);
  for (const parameter of parameters) example.searchParams.append(nameOf(parameter), valueOf(parameter).replace(/^:/, ''));
  return example.href;
}

/** The names in a target that neither path nor parameters have. */
function unknownNames({ to, parameters }: Parts, { names }: PathPattern): readonly string[] {
  const known = [...names, ...parameters.flatMap((parameter) => placeholdersIn(valueOf(parameter)))];
  return placeholdersIn(to.replace(/^https?:/, '')).filter((name) => !known.includes(name));
}

function toRule(parts: Parts, place: string, base: URL, fail: Fail): Rule {
  const { from, parameters, to, status = DEFAULT_STATUS, conditions } = parts;
  const source = sourceOf(from, base, fail);
  const { origin, host } = source;
  if (source.search !== '') return fail(`“${from}”: the query is written after the path, such as ${source.pathname} id=:id`);
  const pattern = pathPattern(source.pathname);
  if ('wrong' in pattern) return fail(`“${from}”: ${pattern.wrong}`);
  const [unknown] = unknownNames(parts, pattern);
  if (unknown !== undefined) return fail(`the target has :${unknown}, and neither the path nor the query has it`);
  // A path is for the whole site, by whichever scheme it is asked for; only a URL names one.
  const isHere = (asked: Asked): boolean => (from.startsWith('/') ? asked.host === host : asked.origin === origin);
  const [first = '', ...more] = pattern.examples.map((path) => exampleOf(path, origin, parameters));
  const rule: Rule = {
    place,
    name: [from, ...parameters, ...conditions].join(' '),
    status: statusOf(status, fail),
    examples: [first, ...more],
    ...(conditions.length > 0 && { condition: `for visitors with ${conditions.join(' ')}` }),
    locationFor(asked) {
      const inPath = pattern.valuesIn(asked);
      if (!inPath || !isHere(asked) || !parameters.every(isIn(asked.query))) return undefined;
      return filledIn(to, { ...valuesOf(asked.query, parameters), ...inPath });
    },
  };
  return withTarget(rule, fail);
}

/** A line as a rule, or why it is none. */
interface ReadLine {
  readonly place: string;
  readonly rule?: Rule;
  /** Whether the status of the rule is the default. */
  readonly isWithoutStatus?: true;
  readonly warnings: readonly string[];
}

/** `/path/* 200`: what is below stays where it is. */
const isForwarding = ([from = '', second = '']: readonly string[]): boolean => from.endsWith('/*') && /^2\d\d!?$/.test(second);

const rewrite = (place: string, status: string): ReadLine => ({
  place,
  warnings: [`${place}: ${status} is a rewrite and no redirect, so it is left out`],
});

function readLine(file: string, { place, words }: RuleLine, base: URL): ReadLine {
  const fail = failing(file, place);
  const [from = '', second = ''] = words;
  sourceOf(from, base, fail);
  if (isForwarding(words)) return rewrite(place, second.replace('!', ''));
  const parts = partsOf(words, fail);
  const { status, conditions } = parts;
  if (status === '200' || status === '404') return rewrite(place, status);
  return {
    place,
    rule: toRule(parts, place, base, fail),
    ...(status === undefined && { isWithoutStatus: true }),
    warnings: conditions.length > 0 ? [`${place}: ${conditions.join(' ')} is taken for met`] : [],
  };
}

/** One warning for all lines without a status. */
function statusWarnings(lines: readonly ReadLine[]): readonly string[] {
  const places = lines.filter(({ isWithoutStatus }) => isWithoutStatus).map(({ place }) => place);
  return places.length === 0
    ? []
    : [`${places.join(', ')}: no status; taken for 301, as Netlify and GitLab do. Cloudflare sends 302: write the status down`];
}

/** A `_redirects` file as Netlify, Cloudflare Pages and GitLab Pages read it. Throws a UsageError that names file and line. */
export function readRedirectsFile(file: string, text: string, base: URL): RuleFile {
  const read = linesOf(text).map((line) => readLine(file, line, base));
  return {
    rules: read.flatMap(({ rule }) => rule ?? []),
    warnings: [...statusWarnings(read), ...read.flatMap(({ warnings }) => warnings)],
    methods: ['GET', 'POST'],
  };
}
