import type { Suite } from '../vocabulary/scenario.ts';
import { operations } from './operations.ts';
import { permanentRedirects } from './permanent.ts';
import { signedRequest } from './signed.ts';
import { temporaryRedirects } from './temporary.ts';
import { wrongRegion } from './wrong-region.ts';

export const s3ErrorBodiesSuite: Suite = {
  id: 's3-error-bodies',
  title: 'S3 redirects and their bodies',
  scenarios: [...temporaryRedirects, signedRequest, ...permanentRedirects, ...wrongRegion, ...operations],
};
