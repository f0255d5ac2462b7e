import { abort } from './abort/index.ts';
import { caching } from './caching/index.ts';
import { chainLimits } from './chain-limits/index.ts';
import { connections } from './connections/index.ts';
import { cookies } from './cookies/index.ts';
import { credentials } from './credentials/index.ts';
import { crossHostAuth } from './cross-host-auth/index.ts';
import { cycles } from './cycles/index.ts';
import { fragments } from './fragments/index.ts';
import { headers } from './headers/index.ts';
import { http2 } from './http2/index.ts';
import { locationBytes } from './location-bytes/index.ts';
import { locationResolution } from './location-resolution/index.ts';
import { metadata } from './metadata/index.ts';
import { methodMatrix } from './method-matrix/index.ts';
import { missingLocation } from './missing-location/index.ts';
import { options } from './options/index.ts';
import { otherApis } from './other-apis/index.ts';
import { proxies } from './proxies/index.ts';
import { redirectBodies } from './redirect-bodies/index.ts';
import { redirectModes } from './redirect-modes/index.ts';
import { referrer } from './referrer/index.ts';
import { requestBodies } from './request-bodies/index.ts';
import { s3ErrorBodies } from './s3-error-bodies/index.ts';
import { services } from './services/index.ts';
import { statusCoverage } from './status-coverage/index.ts';
import { targetSchemes } from './target-schemes/index.ts';
import { tls } from './tls/index.ts';
import type { Suite } from './vocabulary/scenario.ts';

/** The catalogue, in the order in which it is read. */
export const suites: readonly Suite[] = [
  methodMatrix,
  crossHostAuth,
  cycles,
  chainLimits,
  missingLocation,
  s3ErrorBodies,
  services,
  locationResolution,
  locationBytes,
  fragments,
  targetSchemes,
  statusCoverage,
  requestBodies,
  redirectBodies,
  headers,
  credentials,
  cookies,
  referrer,
  redirectModes,
  metadata,
  abort,
  tls,
  connections,
  options,
  caching,
  http2,
  proxies,
  otherApis,
];
