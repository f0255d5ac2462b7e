import type { Suite } from '../vocabulary/scenario.ts';
import { cloudfront } from './cloudfront.ts';
import { hops } from './hops.ts';
import { nginx } from './nginx.ts';
import { reportUri } from './report-uri.ts';
import { s3Website } from './s3-website.ts';

export const services: Suite = {
  id: 'services',
  title: 'Servers and services as they really answer',
  scenarios: [...nginx, ...reportUri, ...cloudfront, ...s3Website, ...hops],
};
