import type { Observation, RecordedRequest } from '../suites/vocabulary/observation.ts';
import type { Place } from '../suites/vocabulary/origin.ts';

/** Runaways are cut off here: no client's default limit lies above (curl's is 50). */
export const REQUEST_CEILING = 100;

/** What answers the requests of one scenario: real servers, or a mock inside the driver. */
export interface Network extends AsyncDisposable {
  /** Where each virtual `host:port` listens on 127.0.0.1; empty where nothing listens. */
  readonly ports: Readonly<Record<string, number>>;
  /** Every request so far, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Whether the driver itself has to answer, and needs the routes for it. */
  readonly answersItself: boolean;
  /** Hosts outside the scenario for which it had to answer. */
  readonly strays: readonly string[];
  /** When it last saw or sent a byte, on the clock of `performance.now()`. */
  readonly lastActivity: number;
  /** Connections still open by now, where they are more than a few. */
  readonly leftOpen: Observation['leftOpen'];
  /** Settles once this has happened: a request came to a place, or the answer there has been sent. */
  when(event: NetworkEvent): Promise<void>;
  /** To be called when a call has settled: answers that were held back for it go out. */
  callSettled(): void;
}

export type NetworkEvent = { readonly request: Place } | { readonly answer: Place };
