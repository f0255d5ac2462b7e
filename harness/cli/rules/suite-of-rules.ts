import type { Routes } from '../../../suites/vocabulary/answer.ts';
import type { Call } from '../../../suites/vocabulary/call.ts';
import type { OwnOriginName, PathPlace } from '../../../suites/vocabulary/origin.ts';
import type { OwnSuiteFile } from '../../../suites/vocabulary/own-suite.ts';
import { askedFor, type Rule, type RuleFile } from './rule.ts';
import { ruleFor, type Hop, targetOf, type Way, type WayEnd, wayOf } from './way.ts';

/** The scenarios of rules, the ways that they show, and what a reader should know about them. */
export interface RuleSuite {
  readonly suite: OwnSuiteFile;
  readonly ways: readonly Way[];
  readonly warnings: readonly string[];
}

const placeOf = ({ origin, pathname, search }: URL): PathPlace =>
  `{${origin as OwnOriginName}}${pathname as `/${string}`}${search}`;

/** What the servers of a way answer. Where it loops, never ends or leaves HTTP, nothing answers but redirects. */
function routesOf({ steps, end }: Way): Routes {
  const last = steps.at(-1);
  const target = last && end === 'arrives' ? targetOf(last) : undefined;
  const redirects = steps.map(
    ({ rule: { status }, from, location }) => [placeOf(from), { status, headers: [['Location', location]] }] as const,
  );
  return Object.fromEntries([...redirects, ...(target ? [[placeOf(target), { status: 200, body: 'arrived' }] as const] : [])]);
}

type Method = RuleFile['methods'][number];

/** What each method is tried with. A credential shows whether one reaches another host. */
const contents = {
  GET: { headers: [['Authorization', 'Bearer {secret:authorization}']] },
  POST: {
    headers: [
      ['Authorization', 'Bearer {secret:authorization}'],
      ['Content-Type', 'application/json'],
    ],
    body: '{"example":"ü"}',
  },
} as const satisfies Readonly<Record<Method, Partial<Call>>>;

const callOf = (method: Method, url: URL): Call => ({ method, url: placeOf(url), ...contents[method] });

/** So many redirects of a way are written; the others are counted. */
const MOST_WRITTEN = 6;

/** A way as text: `https://example.org/a → https://example.org/b`. */
export function wayText({ steps }: Way): string {
  const from = steps.map((step) => step.from.href);
  const skipped = from.length - MOST_WRITTEN;
  const written = skipped > 0 ? [...from.slice(0, MOST_WRITTEN), `… ${skipped} more …`] : from;
  return [...written, ...steps.slice(-1).map((step) => targetOf(step)?.href ?? step.location)].join(' → ');
}

/** The places of the rules of a way, each once, if there are several. */
function placesOf(steps: readonly Hop[]): string {
  const places = [...new Set(steps.map(({ rule }) => rule.place))];
  return places.length > 1 ? ` (${places.join(', ')})` : '';
}

/** What a reader should know about a way by its end. */
const warnings: Readonly<Record<WayEnd, (steps: readonly Hop[]) => string | undefined>> = {
  arrives: (steps) => (steps.length > 1 ? `begins a chain of ${steps.length} redirects${placesOf(steps)}` : undefined),
  loops: (steps) => `begins a loop${placesOf(steps)}`,
  'never ends': (steps) => `begins a chain that never ends${placesOf(steps)}`,
  'leads out of HTTP': (steps) => `leads to a URL that is not of HTTP${placesOf(steps)}`,
  'leads to no URL': (steps) => `leads to a Location that is no valid URL${placesOf(steps)}`,
};

function warningsOn(way: Way): readonly string[] {
  const warning = warnings[way.end](way.steps);
  return warning === undefined ? [] : [`${way.rule.place} ${warning}: ${wayText(way)}`];
}

/** The way of the first example of a rule that no rule before it takes, or a warning. */
function wayOrWarning(rule: Rule, rules: readonly Rule[]): Way | string {
  const taker = (example: string): Rule | undefined => ruleFor(askedFor(new URL(example)), rules, rule.condition);
  const example = rule.examples.find((each) => taker(each) === rule);
  if (example !== undefined) return wayOf(rule, example, rules);
  const [first] = rule.examples;
  return `${rule.place} is never asked for ${first}, so it is left out: ${taker(first)?.place} applies before it`;
}

/** A name as part of an id: `news-year-slug` of `/news/:year/:slug`. */
const slug = (name: string): string =>
  name
    .replaceAll('*', 'splat')
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/^-|-$/g, '') || 'root';

/** Ids of what has a name, each once; they do not depend on what has another name. */
function idsOf(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map(slug).map((id) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}--${count}`;
  });
}

function titleOf(way: Way, method: Method): string {
  const { place, status, condition } = way.rule;
  return `${place}: ${status} ${method} ${wayText(way)}${condition === undefined ? '' : `, ${condition}`}`;
}

/** The scenarios of rules: each with an example of its rule, followed through all rules. */
export function suiteOfRules(id: string, title: string, { rules, methods, warnings: known }: RuleFile): RuleSuite {
  const found = rules.map((rule) => wayOrWarning(rule, rules));
  const ways = found.filter((each) => typeof each !== 'string');
  const ids = idsOf(ways.map(({ rule }) => rule.name));
  const scenarios = ways.flatMap((way, index) =>
    methods.map((method) => ({
      id: `${id}/${ids[index]}-${method.toLowerCase()}`,
      title: titleOf(way, method),
      routes: routesOf(way),
      calls: [callOf(method, way.steps[0].from)],
    })),
  );
  return {
    suite: { id, title, scenarios },
    ways,
    warnings: [...known, ...found.flatMap((each) => (typeof each === 'string' ? each : warningsOn(each)))],
  };
}
