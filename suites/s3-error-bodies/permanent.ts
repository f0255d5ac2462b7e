import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { bucketRegion, objectPlace, permanentRedirect } from './documents.ts';

const checks: readonly Check[] = [
  {
    fact: { kind: 'outcome' },
    rulings: [
      must('fetch/missing-location-returned', 'returned 301'),
      may('rfc9110/redirect-needs-location', 'returned 301'),
      should('convention/s3-permanent-has-no-location', 'returned 301'),
    ],
  },
  {
    fact: { kind: 'requests' },
    rulings: [
      must('fetch/missing-location-returned', '1'),
      should('rfc9110/target-from-location', '1'),
      should('convention/s3-error-document-for-the-caller', '1'),
    ],
  },
  {
    fact: { kind: 'response-header', name: 'x-amz-bucket-region' },
    rulings: [
      must('fetch/missing-location-returned', bucketRegion),
      should('convention/s3-permanent-has-no-location', bucketRegion),
    ],
  },
];

const document: CheckOf<'response-body'> = {
  fact: { kind: 'response-body', from: objectPlace },
  rulings: [
    must('fetch/missing-location-returned', 'same bytes'),
    should('convention/s3-error-document-for-the-caller', 'same bytes'),
  ],
};

const toScenario = (method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'): Scenario =>
  scenario({
    id: `s3-error-bodies/permanent-${method.toLowerCase()}`,
    title: `${method} answered by the PermanentRedirect of S3`,
    routes: { [objectPlace]: permanentRedirect('other') },
    ...(method !== 'HEAD' && { alsoListening: ['other', 'other-tls'] }),
    call: { method, url: objectPlace, ...(method === 'PUT' && { body: 'a new puppy' }) },
    covers: ['s3-301-xml-no-location'] satisfies RowId[],
    checks: method === 'HEAD' ? checks : [...checks, document],
  });

export const permanentRedirects: readonly Scenario[] = (['GET', 'HEAD', 'PUT', 'DELETE'] as const).map(toScenario);
