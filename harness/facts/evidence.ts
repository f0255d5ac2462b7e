import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';
import type { FactKind, FactOf } from '../../suites/vocabulary/fact.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Observation, Outcome, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { type OriginName, originOf, pathOf, type Place } from '../../suites/vocabulary/origin.ts';
import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** What a fact is read off. */
export interface Evidence {
  readonly scenario: Scenario;
  readonly concrete: ConcreteScenario;
  /** Without preflights. */
  readonly observation: Observation;
  readonly preflights: readonly RecordedRequest[];
  readonly transport: Transport;
}

/** Reads facts of one kind off the record. */
export type Reader<Kind extends FactKind> = (fact: FactOf<Kind>, evidence: Evidence) => Finding;

export const found = (value: string): Finding => ({ value });

/** Requests to a place, in order of arrival; the query counts only where the place has one. */
export function requestsAt(place: Place, { requests }: Observation): readonly RecordedRequest[] {
  const path = pathOf(place);
  const pathAsked = ({ target, tunnelTo }: RecordedRequest): string => {
    if (tunnelTo) return `>${tunnelTo}`;
    return path.includes('?') ? target : target.split('?', 1).join();
  };
  return requests.filter((request) => request.origin === originOf(place) && pathAsked(request) === path);
}

/** A finding that needs sockets, or one that says that there were none. */
export const onWire = ({ transport }: Evidence, read: () => Finding): Finding =>
  transport === 'wire' ? read() : { none: 'transport', because: `${nameOfMock[transport]} has no connections` };

/** The nth request to a place, or a finding that says that it never arrived. */
export function ifRequested(
  { at, visit = 1 }: { readonly at: Place; readonly visit?: number },
  { observation }: Evidence,
  read: (request: RecordedRequest) => Finding,
): Finding {
  const request = requestsAt(at, observation)[visit - 1];
  return request ? read(request) : { none: 'no such request', because: `no request ${visit} came to ${at}` };
}

/** What the caller got from call k, or a finding that says why it is unknown. */
export function ifSettled(
  { call = 1 }: { readonly call?: number },
  { observation }: Evidence,
  read: (outcome: Extract<Outcome, { kind: 'response' | 'error' }>) => Finding,
): Finding {
  const outcome = observation.outcomes[call - 1];
  if (outcome?.kind === 'response' || outcome?.kind === 'error') return read(outcome);
  return { none: 'call failed', because: outcome ? describeOutcome(outcome) : 'the call was never made' };
}

/** The response that the caller got from call k, or a finding that says why there is none. */
export function ifResponded(
  fact: { readonly call?: number },
  evidence: Evidence,
  read: (response: Extract<Outcome, { kind: 'response' }>) => Finding,
): Finding {
  return ifSettled(fact, evidence, (outcome) =>
    outcome.kind === 'response' ? read(outcome) : { none: 'call failed', because: `error: ${outcome.class}` },
  );
}

/** How a call settled, in few words. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
    case 'error':
    case 'hung':
      return outcome.kind;
    case 'non-error':
      return `threw ${outcome.thrown.split(':', 1).join()}`;
    case 'crashed':
      return `crashed: ${outcome.how.split(':', 1).join()}`;
  }
}

export const isPlace = (at: Place | OriginName): at is Place => at.startsWith('{');
