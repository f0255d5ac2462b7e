import { type Fact, facts } from '../vocabulary/fact.ts';

/** A fact in words: `whether the secret cookie arrived at {other}/target`. */
export function describeFact(fact: Fact): string {
  const members: Readonly<Record<string, unknown>> = { at: 'any place', ...fact };
  const words = facts[fact.kind].reads.replace(/<(\w+)>/g, (_, name: string) => String(members[name]));
  const counted = ['call', 'visit'].filter((name) => name in fact).map((name) => ` (${name} ${String(members[name])})`);
  return words + counted.join('');
}
