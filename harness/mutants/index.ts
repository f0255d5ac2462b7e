import { abortMutants } from './abort.ts';
import { cachingMutants } from './caching.ts';
import { connectionMutants } from './connections.ts';
import { cookieMutants } from './cookies.ts';
import { givenCredentialMutants } from './credentials-given.ts';
import { credentialMutants } from './credentials.ts';
import { followingMutants } from './following.ts';
import { fragmentMutants } from './fragments.ts';
import { headerMutants } from './headers.ts';
import { http2Mutants } from './http2.ts';
import { limitMutants } from './limits.ts';
import { locationByteMutants } from './location-bytes.ts';
import { locationResolutionMutants } from './location-resolution.ts';
import { metadataMutants } from './metadata.ts';
import { methodMutants } from './methods.ts';
import type { Mutant } from './mutant.ts';
import { optionMutants } from './options.ts';
import { otherApiMutants } from './other-apis.ts';
import { proxyMutants } from './proxies.ts';
import { redirectBodyMutants } from './redirect-bodies.ts';
import { redirectModeMutants } from './redirect-modes.ts';
import { referrerMutants } from './referrer.ts';
import { requestBodyMutants } from './request-bodies.ts';
import { responseMutants } from './responses.ts';
import { statusMutants } from './status-coverage.ts';
import { targetSchemeMutants } from './target-schemes.ts';
import { tlsMutants } from './tls.ts';

/** Every mutant. */
export const mutants: readonly Mutant[] = [
  ...followingMutants,
  ...methodMutants,
  ...credentialMutants,
  ...limitMutants,
  ...responseMutants,
  ...locationResolutionMutants,
  ...locationByteMutants,
  ...fragmentMutants,
  ...targetSchemeMutants,
  ...statusMutants,
  ...requestBodyMutants,
  ...redirectBodyMutants,
  ...headerMutants,
  ...givenCredentialMutants,
  ...cookieMutants,
  ...referrerMutants,
  ...redirectModeMutants,
  ...metadataMutants,
  ...abortMutants,
  ...tlsMutants,
  ...connectionMutants,
  ...optionMutants,
  ...cachingMutants,
  ...http2Mutants,
  ...proxyMutants,
  ...otherApiMutants,
];
