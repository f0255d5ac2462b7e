import { type Asked, askedFor, type Rule } from './rule.ts';

/** A redirect on the way from the example of a rule. */
export interface Hop {
  readonly rule: Rule;
  readonly from: URL;
  readonly location: string;
}

/** How a way ends: at a URL that no rule takes, at one where it has been, not at all, or where no server for HTTP is. */
export type WayEnd = 'arrives' | 'loops' | 'never ends' | 'leads out of HTTP' | 'leads to no URL';

/** The way of the example of a rule through all rules. */
export interface Way {
  readonly rule: Rule;
  readonly steps: readonly [Hop, ...Hop[]];
  readonly end: WayEnd;
}

/** As many requests as servers answer in a run; no client follows more redirects by default. */
const MOST_STEPS = 100;

const withoutFragment = ({ href }: URL): string => href.replace(/#.*/s, '');

/** The first rule for a URL: later ones are not asked. A condition holds only where a rule that has it is tried. */
export const ruleFor = (asked: Asked, rules: readonly Rule[], condition?: string): Rule | undefined =>
  rules.find((rule) => (rule.condition === undefined || rule.condition === condition) && rule.locationFor(asked) !== undefined);

/** Where a step leads; undefined if its Location is no URL. */
export const targetOf = ({ location, from }: Hop): URL | undefined =>
  URL.canParse(location, from) ? new URL(location, from) : undefined;

const stepFrom = (rule: Rule, from: URL): Hop => ({ rule, from, location: rule.locationFor(askedFor(from)) ?? '' });

function endAt(target: URL | undefined, seen: ReadonlySet<string>): WayEnd {
  if (!target) return 'leads to no URL';
  if (!/^https?:$/.test(target.protocol)) return 'leads out of HTTP';
  return seen.has(withoutFragment(target)) ? 'loops' : 'arrives';
}

/** The way from a URL that a rule applies to, through all rules. */
export function wayOf(rule: Rule, example: string, rules: readonly Rule[]): Way {
  const steps: [Hop, ...Hop[]] = [stepFrom(rule, new URL(example))];
  const seen = new Set<string>();
  for (let [step] = steps; ;) {
    seen.add(withoutFragment(step.from));
    const target = targetOf(step);
    const end = endAt(target, seen);
    const next = target && end === 'arrives' ? ruleFor(askedFor(target), rules) : undefined;
    if (!target || !next) return { rule, steps, end };
    if (steps.length === MOST_STEPS) return { rule, steps, end: 'never ends' };
    step = stepFrom(next, target);
    steps.push(step);
  }
}
