import type { Observation, Outcome, RecordedRequest } from '../../suites/vocabulary/observation.ts';

/** One request in short: where it went, and which answer it got. */
export type SketchedRequest = Pick<RecordedRequest, 'origin' | 'method' | 'target' | 'answeredBy'>;

/** What a caller got, in short. */
export type SketchedOutcome =
  | Pick<Extract<Outcome, { kind: 'response' }>, 'kind' | 'status'>
  | { readonly kind: 'error'; readonly error: { readonly name: string; readonly message: string } }
  | Extract<Outcome, { kind: 'non-error' | 'hung' | 'crashed' }>;

/** What happened in a cell, short enough for an issue or a diagram. */
export interface Sketch {
  readonly requests: readonly SketchedRequest[];
  /** How many more requests there were. */
  readonly leftOut: number;
  readonly outcomes: readonly SketchedOutcome[];
}

const MOST_REQUESTS = 10;
const MOST_OUTCOMES = 10;

const hopOf = ({ origin, method, target, answeredBy }: RecordedRequest): SketchedRequest => ({
  origin,
  method,
  target,
  ...(answeredBy && { answeredBy }),
});

function sketchedOutcome(outcome: Outcome): SketchedOutcome {
  if (outcome.kind === 'response') return { kind: outcome.kind, status: outcome.status };
  if (outcome.kind !== 'error') return outcome;
  const { name, message } = outcome.error;
  return { kind: outcome.kind, error: { name, message } };
}

/** The first requests and outcomes of an observation. */
export const sketchOf = ({ requests, outcomes }: Observation): Sketch => ({
  requests: requests.slice(0, MOST_REQUESTS).map(hopOf),
  leftOut: Math.max(0, requests.length - MOST_REQUESTS),
  outcomes: outcomes.slice(0, MOST_OUTCOMES).map(sketchedOutcome),
});
