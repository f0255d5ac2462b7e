import type { RowId } from '../coverage/behaviours/index.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { bucketRegion, objectPlace, s3Documents, s3Fields } from './documents.ts';

const checks: readonly Check[] = [
  {
    fact: { kind: 'outcome' },
    rulings: [must('fetch/redirect-statuses', 'returned 400'), should('convention/s3-wrong-region-is-400', 'returned 400')],
  },
  {
    fact: { kind: 'requests' },
    rulings: [must('fetch/redirect-statuses', '1'), should('convention/s3-wrong-region-is-400', '1')],
  },
  {
    fact: { kind: 'response-header', name: 'x-amz-bucket-region' },
    rulings: [should('convention/s3-wrong-region-is-400', bucketRegion)],
  },
];

const document: CheckOf<'response-body'> = {
  fact: { kind: 'response-body', from: objectPlace },
  rulings: [should('convention/s3-wrong-region-is-400', 'same bytes')],
};

const toScenario = (method: 'GET' | 'HEAD'): Scenario =>
  scenario({
    id: `s3-error-bodies/wrong-region-${method.toLowerCase()}`,
    title: `${method} answered by the AuthorizationHeaderMalformed of S3`,
    routes: { [objectPlace]: { status: 400, headers: s3Fields(), body: s3Documents.wrongRegion, framing: 'chunked' } },
    call: { method, url: objectPlace },
    covers: ['m4xx-not-redirect'] satisfies RowId[],
    checks: method === 'HEAD' ? checks : [...checks, document],
  });

export const wrongRegion: readonly Scenario[] = (['GET', 'HEAD'] as const).map(toScenario);
