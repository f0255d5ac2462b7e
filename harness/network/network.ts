import type { OriginName, Place } from '../../suites/vocabulary/origin.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { HarnessFault } from '../fault.ts';

/** After how many requests a scenario with this many calls is a runaway. The default limit of every client is lower (curl's is 50). */
export const requestCeiling = (calls: number): number => Math.max(100, 10 * calls);

/** What answers the requests of one scenario: real servers, or a mock inside the driver. */
export interface Network extends AsyncDisposable {
  /** Every request so far, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Hosts outside the scenario that it had to answer for. */
  readonly unexpectedHosts: readonly string[];
  /** When it last saw or sent a byte, on the clock of `performance.now()`. */
  readonly lastActivity: number;
  /** Whether everything that it has to send has been handed to the system. */
  readonly isAtRest: boolean;
  /** The servers that listen; a mock has none. */
  readonly live?: LiveNetwork;
}

/** What only real servers can do. */
export interface LiveNetwork {
  /** Where each virtual `host:port` and `unix:/path` listens on 127.0.0.1. */
  readonly ports: Readonly<Record<string, number>>;
  /** Why an answer could not be given, if so: the client cannot be judged. */
  readonly fault: HarnessFault | undefined;
  /** How many connections to each origin are open. */
  readonly openConnections: Readonly<Partial<Record<OriginName, number>>>;
  /** Settles once this has happened: a request arrived at a place, or its answer was sent. */
  when(event: NetworkEvent): Promise<void>;
  /** To be called when a call has settled: answers that wait for it are sent. */
  callSettled(): void;
  /** To be called before a call that follows another. */
  callBegins(call: number): void;
}

export type NetworkEvent = { readonly request: Place } | { readonly answer: Place };
