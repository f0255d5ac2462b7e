import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

/** The credential scope: `Credential=<key id>/<date>/<region>/<service>/aws4_request`. */
const SCOPE = /^AWS4-HMAC-SHA256 Credential=[^/]+\/[^/]+\/([a-z0-9-]+)\//;

export const signedRegion: Reader<'signed-region'> = (fact, evidence) =>
  ifRequested(fact, evidence, ({ headers }) => found(SCOPE.exec(valuesOf(headers, 'authorization').join())?.[1] ?? 'not signed'));
