import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import { satisfies } from '../../suites/judging/satisfies.ts';
import type { Check } from '../../suites/vocabulary/check.ts';
import type { FactKind, FactOf } from '../../suites/vocabulary/fact.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Outcome } from '../../suites/vocabulary/observation.ts';
import { addressOf } from '../concrete/names.ts';
import { answerBytes } from './answer-bytes.ts';
import { callersObjects } from './callers-objects.ts';
import { canary } from './canary.ts';
import { clientCertificate } from './client-certificate.ts';
import { connections } from './connections.ts';
import { contentHeaders } from './content-headers.ts';
import { delivered } from './delivered.ts';
import type { Evidence, Reader } from './evidence.ts';
import { errorName } from './error-name.ts';
import { exit } from './exit.ts';
import { failedCalls } from './failed.ts';
import { field } from './field.ts';
import { finalUrl } from './final-url.ts';
import { followed } from './followed.ts';
import { framing } from './framing.ts';
import { historyHeader } from './history-header.ts';
import { history } from './history.ts';
import { leftOpen } from './left-open.ts';
import { next } from './next.ts';
import { outcome } from './outcome.ts';
import { preflights } from './preflights.ts';
import { protocol } from './protocol.ts';
import { redirected } from './redirected.ts';
import { request } from './request.ts';
import { requests } from './requests.ts';
import { responseBody } from './response-body.ts';
import { responseHeader } from './response-header.ts';
import { reuse } from './reuse.ts';
import { sameField } from './same-field.ts';
import { serverName } from './server-name.ts';
import { route } from './route.ts';
import { settled } from './settled.ts';
import { signedRegion } from './signed-region.ts';
import { told } from './told.ts';

const readers: { readonly [Kind in FactKind]: Reader<Kind> } = {
  settled,
  followed,
  outcome,
  'error-name': errorName,
  request,
  'content-headers': contentHeaders,
  framing,
  canary,
  next,
  field,
  'signed-region': signedRegion,
  protocol,
  route,
  requests,
  preflights,
  delivered,
  failed: failedCalls,
  'answer-bytes': answerBytes,
  'response-body': responseBody,
  'response-header': responseHeader,
  'final-url': finalUrl,
  redirected,
  connections,
  'left-open': leftOpen,
  exit,
  reuse,
  'same-field': sameField,
  'server-name': serverName,
  'client-certificate': clientCertificate,
  'callers-objects': callersObjects,
  told,
  history,
  'history-header': historyHeader,
};

const read = <Kind extends FactKind>(fact: FactOf<Kind>, evidence: Evidence): Finding =>
  (readers[fact.kind] as Reader<Kind>)(fact, evidence);

const valueOrReason = (finding: Finding): string => ('value' in finding ? finding.value : finding.because);

function readWhereGiven({ fact, given }: Check, evidence: Evidence): Finding {
  if (!given) return read(fact, evidence);
  const condition = valueOrReason(read(given.fact, evidence));
  return satisfies(condition, given) ? read(fact, evidence) : { none: 'given not met', because: condition };
}

const isAnswered = (each: Outcome): boolean =>
  each.kind === 'response' || (each.kind === 'error' && each.class !== 'blocked-address');

/**
 * Why a mock shows nothing, if so: it did not intercept a request, or answered for an address outside the scenario. No server
 * listens, so a connection to an origin reached the guard and failed. Where no call failed by it, it carried no request:
 * MSW lets a connection pass that undici opens in advance.
 */
function hiddenByMock(evidence: Evidence): string | undefined {
  const { transport, scenario, concrete, observation } = evidence;
  if (transport === 'wire') return undefined;
  const origins = new Set(concrete.origins.map((name) => addressOf(name, scenario.id)));
  const { blocked, outcomes } = observation;
  if (blocked.some((address) => origins.has(address)) && !outcomes.every(isAnswered)) return 'not intercepted';
  return blocked.some((address) => !origins.has(address)) ? `${nameOfMock[transport]} answers for every address` : undefined;
}

/** Preflights are on the way to a request, as a tunnel is: they shift no fact. */
function withoutPreflights({ observation, ...rest }: Omit<Evidence, 'preflights'>): Evidence {
  const { requests: all } = observation;
  return {
    ...rest,
    observation: { ...observation, requests: all.filter(({ preflight }) => !preflight) },
    preflights: all.filter(({ preflight }) => preflight),
  };
}

/** Reads the finding of each check of a scenario. */
export function findingsOf(record: Omit<Evidence, 'preflights'>): (check: Check) => Finding {
  const evidence = withoutPreflights(record);
  const reason = hiddenByMock(evidence);
  if (reason === undefined) return (check) => readWhereGiven(check, evidence);
  return ({ fact }) =>
    fact.kind === 'settled' && reason === 'not intercepted' ? { value: reason } : { none: 'transport', because: reason };
}
