import type { Suite } from '../vocabulary/scenario.ts';
import { permanent } from './permanent.ts';
import { signed } from './signed.ts';
import { temporary } from './temporary.ts';
import { wrongRegion } from './wrong-region.ts';

export const s3ErrorBodies: Suite = {
  id: 's3-error-bodies',
  title: 'S3 redirects and their bodies',
  scenarios: [...temporary, signed, ...permanent, ...wrongRegion],
};
