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
    rulings: [must('fetch/redirect-statuses', 'returned 400'), should('convention/s3-wrong-region-is-400', 'returned 400')],
  },
  {
    fact: { kind: 'requests' },
    rulings: [must('fetch/redirect-statuses', '1'), should('convention/s3-wrong-region-is-400', '1')],
  },
  {
    fact: { kind: 'response-header', name: 'x-amz-bucket-region' },
    rulings: [should('convention/s3-wrong-region-is-400', region)],
  },
];

const document: Check = {
  fact: { kind: 'response-body', from: start },
  rulings: [should('convention/s3-wrong-region-is-400', 'same bytes')],
};

export const wrongRegion: readonly Scenario[] = (['GET', 'HEAD'] as const).map((method) =>
  scenario({
    id: `s3-error-bodies/wrong-region-${method.toLowerCase()}`,
    title: `${method} answered by the AuthorizationHeaderMalformed of S3`,
    routes: { [start]: { status: 400, headers: s3Fields(), body: documents.wrongRegion, framing: 'chunked' } },
    call: { method, url: start },
    covers: ['m4xx-not-redirect'] satisfies RowId[],
    checks: method === 'HEAD' ? checks : [...checks, document],
  }),
);
