import type { Response, Template } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { type OriginName, originOf, type Place } from '../vocabulary/origin.ts';

/** The URL of an object, at the endpoint that was asked. */
export const objectPlace = '{home}/puppy.jpg' satisfies Place;

/** The region of the bucket. */
export const bucketRegion = 'eu-central-1';

const requestId = '4442587FB7D0A2F9';
const hostId = 'x1rbqMkIqbVqQ4W3l8mDqnbGd0F7kYpXv2eTtQm9Zt0oYy0k3fFQ5l7Yh6cVb1nJ';

/** The header fields of every S3 response, in their order; the renderer adds Date and the framing. Location is between the ids and Content-Type. */
const s3Fields = (...location: HeaderFields): HeaderFields => [
  ['x-amz-bucket-region', bucketRegion],
  ['x-amz-request-id', requestId],
  ['x-amz-id-2', hostId],
  ...location,
  ['Content-Type', 'application/xml'],
  ['Server', 'AmazonS3'],
];

const document = (code: string, message: string, rest: Template): Template =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${rest}</Error>`;

const ids = `<RequestId>${requestId}</RequestId><HostId>${hostId}</HostId>`;

/** What S3 answers with an error document. A server sets Date by its clock, and clients that sign requests correct theirs by it. */
const withDocument = (status: number, body: Template, ...location: HeaderFields): Response => ({
  status,
  headers: s3Fields(...location),
  dated: true,
  body,
  framing: 'chunked',
});

/** The TemporaryRedirect of S3. It names the other endpoint in Location, and by its host in the document. */
export const temporaryRedirect = (location: Place): Response =>
  withDocument(
    307,
    document(
      'TemporaryRedirect',
      'Send this request again to the endpoint below, and later ones to the original endpoint.',
      `<Endpoint>{${originOf(location)}.host}</Endpoint><Bucket>photos</Bucket>`,
    ),
    ['Location', location],
  );

/** The PermanentRedirect of S3. It names the other endpoint only in its document, by its host. */
export const permanentRedirect = (to: OriginName): Response =>
  withDocument(
    301,
    document(
      'PermanentRedirect',
      'This bucket is to be addressed by the endpoint below; send all future requests there.',
      `<Endpoint>{${to}.host}</Endpoint><Bucket>photos</Bucket>${ids}`,
    ),
  );

/** What S3 answers to a signature for another region than that of the bucket. */
export const wrongRegionError: Response = withDocument(
  400,
  document(
    'AuthorizationHeaderMalformed',
    `The region 'us-east-1' is wrong; expecting '${bucketRegion}'.`,
    `<Region>${bucketRegion}</Region>${ids}`,
  ),
);

/** What S3 answers to a request for a bucket in a region that was opened since March 2019. */
export const locationConstraintError: Response = withDocument(
  400,
  document('IllegalLocationConstraintException', `The endpoint of this request does not fit a bucket in ${bucketRegion}.`, ids),
);
