import { checkId, type Check, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import { origins } from '../../suites/vocabulary/origin.ts';
import type { Finding } from '../../suites/vocabulary/verdict.ts';
import { hostOf } from '../concrete.ts';
import { canary } from './canary.ts';
import { connections } from './connections.ts';
import { contentHeaders } from './content-headers.ts';
import type { Evidence, Reader } from './evidence.ts';
import { exit } from './exit.ts';
import { field } from './field.ts';
import { finalUrl } from './final-url.ts';
import { followed } from './followed.ts';
import { framing } from './framing.ts';
import { history } from './history.ts';
import { leftOpen } from './left-open.ts';
import { next } from './next.ts';
import { outcome } from './outcome.ts';
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
import { told } from './told.ts';

const readers: { readonly [Kind in Fact['kind']]: Reader<Kind> } = {
  settled,
  followed,
  outcome,
  request,
  'content-headers': contentHeaders,
  framing,
  canary,
  next,
  field,
  protocol,
  route,
  requests,
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
  told,
  history,
};

const read = <Kind extends Fact['kind']>(fact: Extract<Fact, { kind: Kind }>, evidence: Evidence): Finding =>
  (readers[fact.kind] as Reader<Kind>)(fact, evidence);

function findingOf({ fact, given }: Check, evidence: Evidence): Finding {
  if (!given) return read(fact, evidence);
  const condition = read(given.fact, evidence);
  const value = 'value' in condition ? condition.value : condition.because;
  return given.oneOf.includes(value) ? read(fact, evidence) : { none: 'given not met', because: value };
}

/** Under MSW no server listens: a request for an origin of the scenario that met the guard was not intercepted. */
function slippedPast({ scenario: { id }, plan, observation: { blocked } }: Evidence): boolean {
  const own = plan.origins.map((name) => `${hostOf(name, id)}:${origins[name].port}`);
  return blocked.some((address) => own.includes(address));
}

/** What MSW cannot show, if anything, once it has let a request pass or answered for somebody else. */
function outOfSight(evidence: Evidence): 'not intercepted' | 'MSW answers for every address' | undefined {
  if (evidence.transport !== 'msw') return undefined;
  if (slippedPast(evidence)) return 'not intercepted';
  return evidence.observation.blocked.length > 0 ? 'MSW answers for every address' : undefined;
}

/** The finding of every check of a scenario. */
export function findingsOf(evidence: Evidence): Readonly<Record<CheckId, Finding>> {
  const { id, checks } = evidence.scenario;
  const reason = outOfSight(evidence);
  const finding = (check: Check): Finding => {
    if (reason === undefined) return findingOf(check, evidence);
    if (check.fact.kind === 'settled' && reason === 'not intercepted') return { value: reason };
    return { none: 'transport', because: reason };
  };
  return Object.fromEntries(checks.map((check) => [checkId(id, check), finding(check)]));
}
