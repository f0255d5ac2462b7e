import { abortSuite } from './abort/index.ts';
import { browserSuite } from './browser/index.ts';
import { cachingSuite } from './caching/index.ts';
import { chainLimitsSuite } from './chain-limits/index.ts';
import { connectionsSuite } from './connections/index.ts';
import { cookiesSuite } from './cookies/index.ts';
import { credentialsSuite } from './credentials/index.ts';
import { crossHostAuthSuite } from './cross-host-auth/index.ts';
import { cyclesSuite } from './cycles/index.ts';
import { fragmentsSuite } from './fragments/index.ts';
import { headersSuite } from './headers/index.ts';
import { http2Suite } from './http2/index.ts';
import { locationBytesSuite } from './location-bytes/index.ts';
import { locationResolutionSuite } from './location-resolution/index.ts';
import { metadataSuite } from './metadata/index.ts';
import { methodMatrixSuite } from './method-matrix/index.ts';
import { migrationSuite } from './migration/index.ts';
import { missingLocationSuite } from './missing-location/index.ts';
import { optionsSuite } from './options/index.ts';
import { otherApisSuite } from './other-apis/index.ts';
import { proxiesSuite } from './proxies/index.ts';
import { redirectBodiesSuite } from './redirect-bodies/index.ts';
import { redirectModesSuite } from './redirect-modes/index.ts';
import { referrerSuite } from './referrer/index.ts';
import { requestBodiesSuite } from './request-bodies/index.ts';
import { s3ErrorBodiesSuite } from './s3-error-bodies/index.ts';
import { servicesSuite } from './services/index.ts';
import { statusCoverageSuite } from './status-coverage/index.ts';
import { targetSchemesSuite } from './target-schemes/index.ts';
import { tlsSuite } from './tls/index.ts';
import { checkId, type CheckId } from './vocabulary/check.ts';
import type { Scenario, Suite } from './vocabulary/scenario.ts';

/** The suites over HTTP/1.1, from which the HTTP/2 suite repeats scenarios. */
const overHttp1: readonly Suite[] = [
  methodMatrixSuite,
  crossHostAuthSuite,
  cyclesSuite,
  chainLimitsSuite,
  missingLocationSuite,
  s3ErrorBodiesSuite,
  servicesSuite,
  migrationSuite,
  locationResolutionSuite,
  locationBytesSuite,
  fragmentsSuite,
  targetSchemesSuite,
  statusCoverageSuite,
  requestBodiesSuite,
  redirectBodiesSuite,
  headersSuite,
  credentialsSuite,
  cookiesSuite,
  referrerSuite,
  redirectModesSuite,
  metadataSuite,
  abortSuite,
  tlsSuite,
  connectionsSuite,
  optionsSuite,
  cachingSuite,
];

/** The catalogue, in the order in which it is read. */
export const suites: readonly Suite[] = [...overHttp1, http2Suite(overHttp1), proxiesSuite, otherApisSuite, browserSuite];

/** The catalogue, and behind it the suites of a user. */
export const suitesWith = (own: Iterable<Suite>): readonly Suite[] => [...suites, ...own];

/** Every scenario of the catalogue, in the same order. */
export const allScenarios: readonly Scenario[] = suites.flatMap(({ scenarios }) => scenarios);

/** The id of every check of these suites, in the same order. */
export const checkIdsOf = (list: readonly Suite[]): readonly CheckId[] =>
  list.flatMap(({ scenarios }) => scenarios.flatMap(({ id, checks }) => checks.map((check) => checkId(id, check))));
