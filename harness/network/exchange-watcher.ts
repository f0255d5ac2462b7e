import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';

/** Receives what happens at the servers of a scenario, as it happens. Requests are counted from 1, in order of arrival. */
export interface ExchangeWatcher {
  /** The header section of a request has arrived. */
  head(number: number, request: RecordedRequest): void;
  /** The rest of a request has arrived, or its connection has ended before. */
  end(number: number, request: RecordedRequest): void;
  /** An answer is sent. */
  answer(number: number, answer: Answer): void;
}
