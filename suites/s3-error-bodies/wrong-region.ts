import type { RowId } from '../coverage/behaviours/index.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { bucketRegion, locationConstraintError, objectPlace, wrongRegionError } from './documents.ts';

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

interface Row {
  readonly name: string;
  readonly code: string;
  readonly error: Response;
  readonly methods: readonly ('GET' | 'HEAD' | 'PUT')[];
}

const rows: readonly Row[] = [
  {
    name: 'wrong-region',
    code: 'AuthorizationHeaderMalformed',
    error: wrongRegionError,
    methods: ['GET', 'HEAD', 'PUT'],
  },
  {
    name: 'location-constraint',
    code: 'IllegalLocationConstraintException',
    error: locationConstraintError,
    methods: ['GET', 'HEAD', 'PUT'],
  },
];

const toScenario = ({ name, code, error }: Row, method: Row['methods'][number]): Scenario =>
  scenario({
    id: `s3-error-bodies/${name}-${method.toLowerCase()}`,
    title: `${method} answered by the ${code} of S3`,
    routes: { [objectPlace]: error },
    call: { method, url: objectPlace, ...(method === 'PUT' && { body: 'a new puppy' }) },
    covers: ['m4xx-not-redirect'] satisfies RowId[],
    checks: method === 'HEAD' ? checks : [...checks, document],
  });

/** The answers of S3 to a request for a bucket in another region, where it does not redirect. */
export const wrongRegion: readonly Scenario[] = rows.flatMap((row) => row.methods.map((method) => toScenario(row, method)));
