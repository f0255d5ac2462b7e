import { abort } from './abort.ts';
import { connections } from './connections.ts';
import { cookies } from './cookies.ts';
import { caching } from './caching.ts';
import { credentialsGiven } from './credentials-given.ts';
import { credentials } from './credentials.ts';
import { following } from './following.ts';
import { fragments } from './fragments.ts';
import { headers } from './headers.ts';
import { http2Sins } from './http2.ts';
import { limits } from './limits.ts';
import { locationBytes } from './location-bytes.ts';
import { locationResolution } from './location-resolution.ts';
import { metadata } from './metadata.ts';
import { methods } from './methods.ts';
import { options } from './options.ts';
import { otherApis } from './other-apis.ts';
import { proxies } from './proxies.ts';
import { redirectBodies } from './redirect-bodies.ts';
import { redirectModes } from './redirect-modes.ts';
import { referrer } from './referrer.ts';
import { requestBodies } from './request-bodies.ts';
import { responses } from './responses.ts';
import type { Sin } from './sin.ts';
import { statusCoverage } from './status-coverage.ts';
import { targetSchemes } from './target-schemes.ts';
import { tls } from './tls.ts';

/** Every client that is wrong on purpose. */
export const sins: readonly Sin[] = [
  ...following,
  ...methods,
  ...credentials,
  ...limits,
  ...responses,
  ...locationResolution,
  ...locationBytes,
  ...fragments,
  ...targetSchemes,
  ...statusCoverage,
  ...requestBodies,
  ...redirectBodies,
  ...headers,
  ...credentialsGiven,
  ...cookies,
  ...referrer,
  ...redirectModes,
  ...metadata,
  ...abort,
  ...tls,
  ...connections,
  ...options,
  ...caching,
  ...http2Sins,
  ...proxies,
  ...otherApis,
];
