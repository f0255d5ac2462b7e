import picomatch from 'picomatch';
import { type CheckId, checkId } from '../../suites/vocabulary/check.ts';
import { type FactKind, nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { nearest } from './nearest.ts';

interface KnownCheck {
  readonly id: CheckId;
  readonly kind: FactKind;
  /** The requirements that its rulings rest on. */
  readonly cited: readonly string[];
}

/** The checks of scenarios, to be found by id or glob. */
export class CheckTable {
  readonly all: readonly KnownCheck[];
  readonly #scenarios: readonly Scenario[];

  constructor(scenarios: readonly Scenario[]) {
    this.#scenarios = scenarios;
    this.all = scenarios.flatMap((scenario) =>
      scenario.checks.map((check) => ({
        id: checkId(scenario.id, check),
        kind: check.fact.kind,
        cited: check.rulings.map(({ requirement }) => requirement),
      })),
    );
  }

  matching(pattern: string): readonly KnownCheck[] {
    const isMatch = picomatch(pattern);
    return this.all.filter(({ id }) => id === pattern || isMatch(id));
  }

  /** Why a pattern matches no check: which part of it is wrong, and what there is. */
  whyNone(pattern: string): string {
    const [scenarioPart = '', factPart] = pattern.split('#', 2);
    const isNamed = picomatch(scenarioPart);
    const named = this.#scenarios.filter(({ id }) => id === scenarioPart || isNamed(id));
    if (named.length === 0) {
      const ids = this.#scenarios.map(({ id }) => id);
      return `no such scenario; nearest are ${nearest(scenarioPart, ids)}`;
    }
    const names = [...new Set(named.flatMap((scenario) => scenario.checks.map(({ fact }) => nameOfFact(fact))))];
    return factPart === undefined
      ? `a pattern is for checks: ${pattern}#${names[0] ?? '*'}`
      : `no check there has this name; nearest are ${nearest(factPart, names)}`;
  }
}
