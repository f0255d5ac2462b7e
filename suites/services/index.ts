import type { Suite } from '../vocabulary/scenario.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudfrontCache } from './cloudfront-cache.ts';
import { hops } from './hops.ts';
import { nginxRedirects } from './nginx.ts';
import { reportUri } from './report-uri.ts';
import { s3Website } from './s3-website.ts';

export const servicesSuite: Suite = {
  id: 'services',
  title: 'Responses of real servers and services',
  scenarios: [...nginxRedirects, ...reportUri, ...cloudfront, ...cloudfrontCache, ...s3Website, ...hops],
};
