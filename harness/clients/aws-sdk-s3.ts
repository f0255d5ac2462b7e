import { s3Adapter } from './support/s3-operations.ts';

/** The AWS SDK as it is: a redirect is an error of the service. */
export default s3Adapter('aws-sdk/s3');
