import type { RowId } from '../coverage/behaviours/index.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { documents, region, s3Fields } from './documents.ts';

const start: Place = '{home}/puppy.jpg';

const checks: readonly Check[] = [
  {
    fact: { kind: 'outcome' },
    rulings: [
      must('fetch/missing-location-returned', 'returned 301'),
      should('rfc9110/redirect-needs-location', 'returned 301'),
      should('convention/s3-permanent-has-no-location', 'returned 301'),
    ],
  },
  {
    fact: { kind: 'requests' },
    rulings: [
      must('fetch/missing-location-returned', '1'),
      should('rfc9110/redirect-needs-location', '1'),
      should('convention/s3-error-document-for-the-caller', '1'),
    ],
  },
  {
    fact: { kind: 'response-header', name: 'x-amz-bucket-region' },
    rulings: [must('fetch/missing-location-returned', region), should('convention/s3-permanent-has-no-location', region)],
  },
];

const document: Check = {
  fact: { kind: 'response-body', from: start },
  rulings: [
    must('fetch/missing-location-returned', 'same bytes'),
    should('convention/s3-error-document-for-the-caller', 'same bytes'),
  ],
};

export const permanent: readonly Scenario[] = (['GET', 'HEAD', 'PUT'] as const).map((method) =>
  scenario({
    id: `s3-error-bodies/permanent-${method.toLowerCase()}`,
    title: `${method} answered by the PermanentRedirect of S3`,
    routes: { [start]: { status: 301, headers: s3Fields(), body: documents.permanent, framing: 'chunked' } },
    ...(method !== 'HEAD' && { alsoListening: ['other', 'other-tls'] }),
    call: { method, url: start, ...(method === 'PUT' && { body: 'a new puppy' }) },
    covers: ['s3-301-xml-no-location'] satisfies RowId[],
    checks: method === 'HEAD' ? checks : [...checks, document],
  }),
);
