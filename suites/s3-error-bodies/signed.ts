import { may } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { HeaderFields, Scenario } from '../vocabulary/scenario.ts';
import { alternate, authorization, followed, redirect, start } from './temporary.ts';

const signature =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260506/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature={secret:authorization}';

const besideIt: HeaderFields = [
  ['X-Amz-Date', '20260506T090000Z'],
  ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
  ['X-Amz-Security-Token', 'sesame'],
];

const withToken: Scenario = scenario({
  id: 's3-error-bodies/temporary-signed',
  title: 'A request with a signature, answered by the TemporaryRedirect of S3',
  routes: { [start]: redirect, [alternate]: { status: 200, body: 'a puppy' } },
  call: { method: 'GET', url: start, headers: besideIt },
  covers: ['s3-sigv4-new-host'],
  checks: [
    followed,
    authorization,
    ...besideIt.map(([name, value]) => ({
      fact: { kind: 'field', name, at: alternate } as const,
      rulings: [
        may('fetch/other-headers-kept', [value, 'absent'], 'The list of removed fields is closed in Fetch, open in RFC 9110.'),
        may('rfc9110/caller-credentials-considered', [value, 'absent']),
      ],
    })),
  ],
});

/** The signature covers Host, so at the new endpoint it is wrong as well as out of place. */
export const signed: Scenario = {
  ...withToken,
  calls: withToken.calls.map((call) => ({
    ...call,
    headers: (call.headers ?? []).map(([name, value]) => [name, name === 'Authorization' ? signature : value] as const),
  })),
};
