import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { causesOf } from './crash-cause.ts';
import { failureWithin } from './failure-within.ts';
import { type EndedProcess, lateCrashOf } from './observe.ts';
import { cellOf, type ColumnContext } from './run-scenario.ts';

/** How long the process is watched after the last scenario, and after one that is known to crash it, in milliseconds. */
const LAST_WATCH = 500;
const KNOWN_WATCH = 3_000;

/** The crashes and endless loops of a column that come after the calls of their scenario have settled: each is found a place. */
export class LateCrashes {
  /** The context in which scenarios are run. */
  readonly context: ColumnContext;
  /** Those of which no scenario is the cause, a line each. */
  readonly notes: string[] = [];
  readonly #cells = new Map<string, Cell>();
  readonly #scenarios: readonly Scenario[];

  /** The scenarios are those of the column. */
  constructor(context: ColumnContext, scenarios: readonly Scenario[]) {
    this.#scenarios = scenarios;
    this.context = { ...context, onForeignCrash: (process) => this.#find(process) };
  }

  /** The cells of the scenarios that crash or block their process late. */
  get cells(): readonly Cell[] {
    return [...this.#cells.values()];
  }

  /** The cell of a scenario that crashes or blocks its process late, if it does. */
  async watch(scenario: Scenario): Promise<Cell | undefined> {
    const filledIn = concrete(scenario);
    const observation = await lateCrashOf(filledIn, this.context, KNOWN_WATCH);
    return observation && cellOf(scenario, filledIn, observation, this.context);
  }

  /** Finds the cause if the process ends or is blocked after its last scenario. */
  async watchTheEnd(): Promise<void> {
    const { client } = this.context;
    const { ran } = client;
    if (ran.length === 0) return;
    // A timer that is fired early may have been due as late as this.
    const at = performance.now() + LAST_WATCH;
    const crash = await failureWithin(await client.driver(), LAST_WATCH);
    if (!crash) return;
    client.discard();
    await this.#find({ crash, during: 'no scenario', client, ran, at });
  }

  async #find(process: EndedProcess): Promise<void> {
    const { crash, during } = process;
    const causes = await causesOf(process, this.context);
    for (const { scenario: cause, observation } of causes) {
      const scenario = this.#scenarios.find(({ id }) => id === cause.id);
      if (scenario) this.#cells.set(scenario.id, cellOf(scenario, cause, observation, this.context));
      else this.notes.push(`the process of the client fails after the exchange ${cause.id}: ${crash.ended}`);
    }
    if (causes.length === 0) {
      this.notes.push(`the process of the client failed during ${during} (${crash.ended}), but no scenario does that alone`);
    }
  }
}
