import { credentialsGiven } from './credentials-given.ts';
import { credentials } from './credentials.ts';
import { following } from './following.ts';
import { fragments } from './fragments.ts';
import { headers } from './headers.ts';
import { limits } from './limits.ts';
import { locationBytes } from './location-bytes.ts';
import { locationResolution } from './location-resolution.ts';
import { metadata } from './metadata.ts';
import { methods } from './methods.ts';
import { proxies } from './proxies.ts';
import { redirectBodies } from './redirect-bodies.ts';
import { redirectModes } from './redirect-modes.ts';
import { referrer } from './referrer.ts';
import { requestBodies } from './request-bodies.ts';
import { responses } from './responses.ts';
import type { Sin } from './sin.ts';
import { statusCoverage } from './status-coverage.ts';
import { targetSchemes } from './target-schemes.ts';

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
  ...referrer,
  ...redirectModes,
  ...metadata,
  ...proxies,
];
