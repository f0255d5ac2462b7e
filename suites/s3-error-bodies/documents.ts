import type { Template } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';

/** The URL of an object, at the endpoint that was asked. */
export const objectPlace = '{home}/puppy.jpg' satisfies Place;

/** The region of the bucket. */
export const bucketRegion = 'eu-central-1';

const requestId = '4442587FB7D0A2F9';
const hostId = 'x1rbqMkIqbVqQ4W3l8mDqnbGd0F7kYpXv2eTtQm9Zt0oYy0k3fFQ5l7Yh6cVb1nJ';

/** The header fields of every S3 response, in their order. Location is between the ids and Content-Type. */
export const s3Fields = (...location: HeaderFields): HeaderFields => [
  ['x-amz-bucket-region', bucketRegion],
  ['x-amz-request-id', requestId],
  ['x-amz-id-2', hostId],
  ...location,
  ['Content-Type', 'application/xml'],
  ['Date', 'Mon, 15 Oct 2007 22:18:46 GMT'],
  ['Server', 'AmazonS3'],
];

const document = (code: string, message: string, rest: Template): Template =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${rest}</Error>`;

const ids = `<RequestId>${requestId}</RequestId><HostId>${hostId}</HostId>`;

/** The error documents. They name the other endpoint by its host only, as in S3. */
export const s3Documents = {
  temporary: document(
    'TemporaryRedirect',
    'Send this request again to the endpoint below, and later ones to the original endpoint.',
    '<Endpoint>{other.host}</Endpoint><Bucket>photos</Bucket>',
  ),
  permanent: document(
    'PermanentRedirect',
    'This bucket is to be addressed by the endpoint below; send all future requests there.',
    `<Endpoint>{other.host}</Endpoint><Bucket>photos</Bucket>${ids}`,
  ),
  wrongRegion: document(
    'AuthorizationHeaderMalformed',
    `The region 'us-east-1' is wrong; expecting '${bucketRegion}'.`,
    `<Region>${bucketRegion}</Region>${ids}`,
  ),
} as const satisfies Record<string, Template>;
