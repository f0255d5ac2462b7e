import { s3Adapter } from './support/s3-operations.ts';

/** The AWS SDK with its option to repeat a call in the region that S3 names. It does not go to a Location either. */
export default s3Adapter('aws-sdk/s3+follow-region-redirects', { followRegionRedirects: true });
