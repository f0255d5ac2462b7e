import type { Outcome } from '../../suites/vocabulary/observation.ts';
import type { ExchangeWatcher } from '../network/exchange-watcher.ts';

/** Receives what happens while a scenario runs, as it happens. Calls are counted from 1. */
export interface ScenarioWatcher extends ExchangeWatcher {
  /** A scenario begins; again, if it is run a second time in a new process. */
  open(scenarioId: string): void;
  /** A call is passed to the client. */
  call(number: number): void;
  /** What the caller got. */
  outcome(number: number, outcome: Outcome): void;
  /** The client tried to reach an address outside the scenario. */
  blocked(address: string): void;
}
