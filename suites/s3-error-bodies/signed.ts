import { removalListsDiffer, unnamedCredential } from '../rulings/canaries.ts';
import { may } from '../rulings/ruling.ts';
import type { CheckOf } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { objectPlace } from './documents.ts';
import { alternatePlace, authorizationAtAlternate, temporaryIsFollowed, toAlternate } from './temporary.ts';

const signature =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260506/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature={secret:authorization}';

/** The fields that go with the signature. */
const signedFields: HeaderFields = [
  ['X-Amz-Date', '20260506T090000Z'],
  ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
  ['X-Amz-Security-Token', 'sesame'],
];

const signedFieldCheck = ([name, value]: HeaderFields[number]): CheckOf<'field'> => ({
  fact: { kind: 'field', name, at: alternatePlace },
  // Only the token is a credential; the other fields are useless without the signature.
  rulings:
    name === 'X-Amz-Security-Token'
      ? unnamedCredential(value)
      : [
          may('fetch/other-headers-kept', [value, 'absent'], removalListsDiffer),
          may('rfc9110/caller-credentials-considered', [value, 'absent']),
        ],
});

const withoutSignature: Scenario = scenario({
  id: 's3-error-bodies/temporary-signed',
  title: 'A request with a signature, answered by the TemporaryRedirect of S3',
  routes: { [objectPlace]: toAlternate, [alternatePlace]: { status: 200, body: 'a puppy' } },
  call: { method: 'GET', url: objectPlace, headers: signedFields },
  covers: ['s3-sigv4-new-host'],
  checks: [temporaryIsFollowed, authorizationAtAlternate, ...signedFields.map(signedFieldCheck)],
});

/** The signature covers Host, so it is not valid at the other endpoint. */
export const signedRequest: Scenario = {
  ...withoutSignature,
  calls: withoutSignature.calls.map((call) => ({
    ...call,
    headers: (call.headers ?? []).map(([name, value]) => [name, name === 'Authorization' ? signature : value] as const),
  })),
};
