import type { Routes } from '../../../suites/vocabulary/answer.ts';
import type { Call } from '../../../suites/vocabulary/call.ts';
import type { OwnOriginName, PathPlace } from '../../../suites/vocabulary/origin.ts';
import type { OwnSuiteFile } from '../../../suites/vocabulary/own-suite.ts';
import type { Rule, RuleFile } from './rule.ts';

/** A redirect on the way from the example of a rule. */
interface Step {
  readonly rule: Rule;
  readonly from: URL;
  readonly location: string;
}

/** More redirects than any client follows. */
const MOST_STEPS = 25;

const withoutFragment = ({ href }: URL): string => href.replace(/#.*/s, '');

/** The first rule for a URL: later ones are not asked. One with a condition applies only to its own example. */
const ruleFor = (url: URL, rules: readonly Rule[]): Rule | undefined =>
  rules.find((rule) => rule.condition === undefined && rule.locationFor(url) !== undefined);

/** The way of the example of a rule through all rules. */
function stepsOf(first: Rule, rules: readonly Rule[]): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  let from = new URL(first.example);
  for (let rule: Rule | undefined = first; rule && steps.length < MOST_STEPS;) {
    const location = rule.locationFor(from) ?? '';
    steps.push({ rule, from, location });
    seen.add(withoutFragment(from));
    from = new URL(location, from);
    rule = seen.has(withoutFragment(from)) ? undefined : ruleFor(from, rules);
  }
  return steps;
}

const placeOf = ({ origin, pathname, search }: URL): PathPlace =>
  `{${origin as OwnOriginName}}${pathname as `/${string}`}${search}`;

const endOf = ({ location, from }: Step): URL => new URL(location, from);

function routesOf(steps: readonly Step[]): Routes {
  const last = steps.at(-1);
  const target = last ? [[placeOf(endOf(last)), { status: 200, body: 'arrived' }] as const] : [];
  const redirects = steps.map(({ rule: { status }, from, location }) => {
    return [placeOf(from), { status, headers: [['Location', location]] }] as const;
  });
  // Where a chain comes back to a place, that place redirects.
  return Object.fromEntries([...target, ...redirects]);
}

const BODY = '{"example":"ü"}';

function callOf(method: 'GET' | 'POST', url: URL): Call {
  const asked = { method, url: placeOf(url) };
  return method === 'GET' ? asked : { ...asked, headers: [['Content-Type', 'application/json']], body: BODY };
}

const pathText = (steps: readonly Step[]): string =>
  [...steps.map(({ from }) => from.href), ...steps.slice(-1).map((step) => endOf(step).href)].join(' → ');

/** What a reader should know about the way of a rule: that it is never asked, a chain, or a loop. */
function warningsOn(rule: Rule, steps: readonly Step[], rules: readonly Rule[]): readonly string[] {
  const first = rule.condition === undefined ? ruleFor(new URL(rule.example), rules) : rule;
  if (first && first !== rule) return [`${rule.place} is never asked for ${rule.example}: ${first.place} applies before it`];
  const last = steps.at(-1);
  const places = steps.map((step) => step.rule.place).join(', ');
  if (last && steps.some(({ from }) => withoutFragment(from) === withoutFragment(endOf(last)))) {
    return [`${rule.place} begins a loop (${places}): ${pathText(steps)}`];
  }
  return steps.length > 1 ? [`${rule.place} begins a chain of ${steps.length} redirects (${places}): ${pathText(steps)}`] : [];
}

/** The scenarios of rules: each with the example of its rule, followed through all rules. */
export function suiteOfRules(id: string, title: string, { rules, methods, warnings }: RuleFile) {
  const ways = rules.map((rule) => ({ rule, steps: stepsOf(rule, rules) }));
  const suite: OwnSuiteFile = {
    id,
    title,
    scenarios: ways.flatMap(({ rule, steps }, index) =>
      methods.map((method) => ({
        id: `${id}/${index + 1}-${method.toLowerCase()}`,
        title: `${rule.place}: ${rule.status} ${method} ${pathText(steps)}${rule.condition === undefined ? '' : `, ${rule.condition}`}`,
        routes: routesOf(steps),
        calls: [callOf(method, new URL(rule.example))],
      })),
    ),
  };
  return { suite, warnings: [...warnings, ...ways.flatMap(({ rule, steps }) => warningsOn(rule, steps, rules))] };
}
