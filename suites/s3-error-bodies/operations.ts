import { may, must, should } from '../rulings/ruling.ts';
import type { Repeated, Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import { bucketRegion, locationConstraintError, permanentRedirect, temporaryRedirect, wrongRegionError } from './documents.ts';

/** An operation of a client for S3: what it calls, and what the right endpoint answers. */
interface Operation {
  readonly name: string;
  readonly title: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly path: '/puppy.jpg' | '/';
  readonly body?: string | Repeated;
  /** Whether the wrong endpoint answers before the body has arrived. */
  readonly early?: true;
  readonly arrived: Response;
}

/** 2 MiB: large enough for a client that waits for a 100 only where it is worth it. */
const large: Repeated = { repeat: 'sixteen letters ', times: 131_072 };

const object = { path: '/puppy.jpg' } as const;

const operationRows: readonly [Operation, ...Operation[]] = [
  { ...object, name: 'get', title: 'GetObject', method: 'GET', arrived: { status: 200, body: 'a puppy' } },
  { ...object, name: 'head', title: 'HeadObject', method: 'HEAD', arrived: { status: 200, body: 'a puppy' } },
  { ...object, name: 'put', title: 'PutObject', method: 'PUT', body: 'a new puppy', arrived: { status: 200 } },
  {
    ...object,
    name: 'large-put',
    title: 'PutObject of 2 MiB',
    method: 'PUT',
    body: large,
    early: true,
    arrived: { status: 200 },
  },
  { ...object, name: 'delete', title: 'DeleteObject', method: 'DELETE', arrived: { status: 204 } },
  { name: 'head-bucket', title: 'HeadBucket', method: 'HEAD', path: '/', arrived: { status: 200 } },
];

/** An answer of the endpoint in the wrong region. */
interface Row {
  readonly name: string;
  readonly code: string;
  readonly answer: (right: PathPlace) => Response;
  /** Rulings on whether the client goes to the endpoint in the right region. */
  readonly following: readonly RulingOn<'followed'>[];
  /** Rulings on how many requests the wrong endpoint gets from two calls, for answers that a client could remember. */
  readonly twice?: readonly RulingOn<'requests'>[];
  /** What says that the right endpoint gets the same request. */
  readonly sameRequest: (operation: Operation) => KnownRequirementId;
  /** Whether it redirects, so that a client that waits for a 100 keeps its body. */
  readonly isRedirect: boolean;
}

const eitherIsFine: readonly RulingOn<'followed'>[] = [
  may('convention/s3-client-may-correct-the-region', ['followed', 'any error']),
];

/** The guide names PUT and DELETE on their own. */
const alongATemporaryRedirect = ({ method }: Operation): KnownRequirementId =>
  method === 'PUT' || method === 'DELETE' ? 'convention/s3-put-and-delete-go-along' : 'convention/s3-temporary-is-followed';

const inTheRightRegion = (): KnownRequirementId => 'convention/s3-client-may-correct-the-region';

const rows: readonly Row[] = [
  {
    name: 'temporary',
    code: 'TemporaryRedirect',
    answer: (right) => temporaryRedirect(`${right}?rk=e2c69a31`),
    following: [should('convention/s3-temporary-is-followed', 'followed')],
    sameRequest: alongATemporaryRedirect,
    isRedirect: true,
    twice: [should('convention/s3-endpoint-is-not-reused', '2')],
  },
  {
    name: 'permanent',
    code: 'PermanentRedirect',
    answer: () => permanentRedirect('s3-central'),
    following: eitherIsFine,
    sameRequest: inTheRightRegion,
    isRedirect: true,
    twice: [],
  },
  {
    name: 'wrong-region',
    code: 'AuthorizationHeaderMalformed',
    answer: () => wrongRegionError,
    following: eitherIsFine,
    sameRequest: inTheRightRegion,
    isRedirect: false,
  },
  {
    name: 'location-constraint',
    code: 'IllegalLocationConstraintException',
    answer: () => locationConstraintError,
    following: eitherIsFine,
    sameRequest: inTheRightRegion,
    isRedirect: false,
  },
];

/** A response to HEAD has no document that could name the error. */
const nameOfError = ({ code }: Row, { method }: Operation, followed: CheckOf<'followed'>['fact']): CheckOf<'error-name'> => ({
  fact: { kind: 'error-name' },
  given: { fact: followed, oneOf: ['any error'] },
  rulings: method === 'HEAD' ? [] : [should('convention/s3-client-names-the-error', code)],
});

/** What the wrong endpoint gets of a body for which the client waits. */
const waiting = ({ isRedirect }: Row, wrong: PathPlace): Check => ({
  fact: { kind: 'request', at: wrong },
  given: { fact: { kind: 'field', name: 'Expect', at: wrong }, oneOf: ['100-continue'] },
  rulings: isRedirect ? [should('convention/s3-waits-for-100', 'PUT, body cut short')] : [],
});

const bodyFrom = (right: PathPlace): Check => ({
  fact: { kind: 'response-body', from: right },
  given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
  rulings: [must('common/response-is-one', 'same bytes')],
});

/** What the right endpoint gets, and the caller from it, if the client goes there. */
const atRight = (row: Row, operation: Operation, right: PathPlace): readonly Check[] => [
  {
    fact: { kind: 'request', at: right },
    rulings: [
      should(
        row.sameRequest(operation),
        operation.body === undefined ? `${operation.method}, no body` : `${operation.method}, same body`,
      ),
    ],
  },
  {
    fact: { kind: 'signed-region', at: right },
    rulings: [may('convention/s3-client-may-correct-the-region', bucketRegion)],
  },
  {
    fact: { kind: 'outcome' },
    given: { fact: { kind: 'followed', to: right }, oneOf: ['followed'] },
    rulings: [may('convention/s3-client-may-correct-the-region', `returned ${operation.arrived.status}`)],
  },
  ...(operation.method === 'GET' ? [bodyFrom(right)] : []),
];

const [getObject] = operationRows;

function toScenario(row: Row, operation: Operation, twice?: Row['twice']): Scenario {
  const { method, path, body, early, arrived } = operation;
  const [wrong, right] = [`{s3}${path}`, `{s3-central}${path}`] as const satisfies PathPlace[];
  const call: Call = { method, url: wrong, through: 's3', ...(body !== undefined && { body }) };
  const followed = { kind: 'followed', to: right } as const;
  return scenario({
    id: `s3-error-bodies/operation-${row.name}-${twice ? 'twice' : operation.name}`,
    title: `${operation.title}${twice ? ', called twice,' : ''} answered by the ${row.code} of S3`,
    routes: { [wrong]: { ...row.answer(right), ...(early && { sent: 'before the body' }) }, [right]: arrived },
    calls: twice ? [call, call] : [call],
    checks: [
      { fact: followed, rulings: row.following },
      nameOfError(row, operation, followed),
      { fact: { kind: 'requests', at: wrong }, rulings: twice ?? [] },
      ...(early ? [waiting(row, wrong)] : []),
      ...atRight(row, operation, right),
    ],
  });
}

/** Every operation with every answer; and GetObject called twice, where the client could reuse the endpoint that it was sent to. */
export const operations: readonly Scenario[] = rows.flatMap((row) => [
  ...operationRows.map((operation) => toScenario(row, operation)),
  ...(row.twice ? [toScenario(row, getObject, row.twice)] : []),
]);
