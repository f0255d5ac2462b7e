import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { canaryRulings } from '../canaries.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Response, Scenario } from '../vocabulary/scenario.ts';
import { documents, s3Fields } from './documents.ts';

export const start: Place = '{home}/puppy.jpg';
export const alternate: Place = '{other}/puppy.jpg?rk=e2c69a31';

export const redirect: Response = {
  status: 307,
  headers: s3Fields(['Location', alternate]),
  body: documents.temporary,
  framing: 'chunked',
};

export const followed: Check = {
  fact: { kind: 'followed', to: alternate },
  rulings: [...following[307], should('convention/s3-temporary-is-followed', 'followed')],
};

/** Who checks signatures wants them at the new endpoint; who redirects may be anybody. */
export const authorization: Check = {
  fact: { kind: 'canary', secret: 'authorization', at: 'other' },
  rulings: [
    ...canaryRulings('authorization', 'other host'),
    should(
      'convention/s3-fields-go-along',
      'sent',
      'Every rule of redirects takes Authorization away on a change of host; S3 then answers 403.',
    ),
  ],
};

interface Row {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly body?: string;
  readonly redirect?: Response;
  readonly arrived: Response;
  /** The request at the alternate endpoint beside what every redirect by 307 asks. */
  readonly rulings?: readonly Ruling[];
  readonly covers?: readonly RowId[];
  readonly checks?: readonly Check[];
}

const goesAlong = (request: string): Ruling => should('convention/s3-put-and-delete-go-along', request);

const rows: readonly Row[] = [
  {
    method: 'GET',
    arrived: { status: 200, body: 'a puppy' },
    covers: ['b-redirect-response-body-discarded'],
    checks: [
      {
        fact: { kind: 'response-body', from: alternate },
        given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
        rulings: [must('common/response-is-one', 'same bytes')],
      },
    ],
  },
  { method: 'HEAD', arrived: { status: 200, body: 'a puppy' } },
  {
    method: 'PUT',
    body: 'a new puppy',
    redirect: { ...redirect, headers: [...s3Fields(['Location', alternate]), ['Connection', 'close']] },
    arrived: { status: 200, headers: [['ETag', '"9b2cf535f27731c974343645a3985328"']] },
    rulings: [goesAlong('PUT, same body')],
    covers: ['s3-307-temporary'],
  },
  { method: 'DELETE', arrived: { status: 204 }, rulings: [goesAlong('DELETE, no body')] },
];

const bodies = ['no body', 'same body', 'body lost', 'other body', 'body cut short', 'unexpected body'] as const;

const requestAt = ({ method, body, rulings = [] }: Row): Check => {
  const same = `${method}, ${body === undefined ? 'no body' : 'same body'}`;
  return {
    fact: { kind: 'request', at: alternate },
    rulings: [
      must('fetch/method-kept', same),
      must(
        'rfc9110/307-keeps-method',
        bodies.map((each) => `${method}, ${each}`),
      ),
      should('rfc9110/request-resent', same),
      must('adr-016/rule-4', same),
      ...rulings,
    ],
  };
};

const once = (row: Row): Scenario =>
  scenario({
    id: `s3-error-bodies/temporary-${row.method.toLowerCase()}`,
    title: `${row.method} answered by the TemporaryRedirect of S3`,
    routes: { [start]: row.redirect ?? redirect, [alternate]: row.arrived },
    call: { method: row.method, url: start, ...(row.body !== undefined && { body: row.body }) },
    ...(row.covers && { covers: row.covers }),
    checks: [followed, requestAt(row), ...(row.checks ?? []), authorization],
  });

const get: Call = { method: 'GET', url: start };

const twice: Scenario = scenario({
  id: 's3-error-bodies/temporary-twice',
  title: 'A second call after a TemporaryRedirect was followed',
  routes: { [start]: redirect, [alternate]: { status: 200, body: 'a puppy' } },
  calls: [get, get],
  checks: [
    followed,
    {
      fact: { kind: 'requests', at: start },
      rulings: [should('rfc9110/307-is-temporary', '2'), should('convention/s3-endpoint-is-not-reused', '2')],
    },
    authorization,
  ],
});

export const temporary: readonly Scenario[] = [...rows.map(once), twice];
