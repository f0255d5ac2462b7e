import { type Fact, type FactKind, nameOfFact } from '../../suites/vocabulary/fact.ts';
import { type Verdict, verdicts } from '../../suites/vocabulary/verdict.ts';

/** A call that hangs or crashes comes before a leaked secret, and both come before everything else. */
const gravest: readonly FactKind[] = ['canary', 'settled'];

/** How grave a deviation in a fact of this kind is: the higher, the graver. */
export const gravityOf = (kind: FactKind): number => gravest.indexOf(kind);

/** The order of two deviations or changes, the worst first. */
export const byGravity = (
  a: { readonly verdict: Verdict; readonly kind: FactKind },
  b: { readonly verdict: Verdict; readonly kind: FactKind },
): number => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) || gravityOf(b.kind) - gravityOf(a.kind);

/** `request@target`; a leaked secret is one deviation wherever it was sent: `canary:authorization`. */
export const nameOfDeviation = (fact: Fact): string => (fact.kind === 'canary' ? `canary:${fact.secret}` : nameOfFact(fact));
