import type { RowId } from '../coverage/behaviours/index.ts';
import { askedAgain } from '../rulings/asked-again.ts';
import { canaryRulings } from '../rulings/canaries.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { objectPlace, temporaryRedirect } from './documents.ts';

/** The URL of the object at the other endpoint. */
export const alternatePlace: Place = '{other}/puppy.jpg?rk=e2c69a31';

/** The TemporaryRedirect to the other endpoint. */
export const toAlternate: Response = temporaryRedirect(alternatePlace);

export const temporaryIsFollowed: CheckOf<'followed'> = {
  fact: { kind: 'followed', to: alternatePlace },
  rulings: [...following[307], should('convention/s3-temporary-is-followed', 'followed')],
};

/** S3 needs the signature at the other endpoint, but a redirect can come from any server. */
export const authorizationAtAlternate: CheckOf<'canary'> = {
  fact: { kind: 'canary', secret: 'authorization', at: 'other' },
  rulings: [
    ...canaryRulings('authorization', 'other host'),
    should(
      'convention/s3-fields-go-along',
      'sent',
      'Every rule on redirects removes Authorization if the host changes; S3 then answers 403.',
    ),
  ],
};

interface Row {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly body?: string;
  readonly redirect?: Response;
  readonly arrived: Response;
  /** Rulings on the request at the other endpoint, in addition to those for every 307. */
  readonly rulings?: readonly RulingOn<'request'>[];
  readonly covers?: readonly RowId[];
  readonly checks?: readonly CheckOf<'response-body'>[];
}

const rows: readonly Row[] = [
  {
    method: 'GET',
    arrived: { status: 200, body: 'a puppy' },
    covers: ['b-redirect-response-body-discarded'],
    checks: [
      {
        fact: { kind: 'response-body', from: alternatePlace },
        given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
        rulings: [must('common/response-is-one', 'same bytes')],
      },
    ],
  },
  { method: 'HEAD', arrived: { status: 200, body: 'a puppy' } },
  {
    method: 'PUT',
    body: 'a new puppy',
    redirect: { ...toAlternate, headers: [...(toAlternate.headers ?? []), ['Connection', 'close']] },
    arrived: { status: 200, headers: [['ETag', '"9b2cf535f27731c974343645a3985328"']] },
    rulings: [should('convention/s3-put-and-delete-go-along', 'PUT, same body')],
    covers: ['s3-307-temporary'],
  },
  {
    method: 'DELETE',
    arrived: { status: 204 },
    rulings: [should('convention/s3-put-and-delete-go-along', 'DELETE, no body')],
  },
];

const toScenario = ({ method, body, redirect = toAlternate, arrived, rulings = [], covers, checks = [] }: Row): Scenario =>
  scenario({
    id: `s3-error-bodies/temporary-${method.toLowerCase()}`,
    title: `${method} answered by the TemporaryRedirect of S3`,
    routes: { [objectPlace]: redirect, [alternatePlace]: arrived },
    call: { method, url: objectPlace, ...(body !== undefined && { body }) },
    ...(covers && { covers }),
    checks: [
      temporaryIsFollowed,
      { fact: { kind: 'request', at: alternatePlace }, rulings: [...requestRulings(307, method), ...rulings] },
      ...checks,
      authorizationAtAlternate,
    ],
  });

const get: Call = { method: 'GET', url: objectPlace };

const twice: Scenario = scenario({
  id: 's3-error-bodies/temporary-twice',
  title: 'A second call after a TemporaryRedirect was followed',
  routes: { [objectPlace]: toAlternate, [alternatePlace]: { status: 200, body: 'a puppy' } },
  calls: [get, get],
  checks: [
    temporaryIsFollowed,
    {
      fact: { kind: 'requests', at: objectPlace },
      rulings: [...askedAgain(307), should('convention/s3-endpoint-is-not-reused', '2')],
    },
    authorizationAtAlternate,
  ],
});

export const temporaryRedirects: readonly Scenario[] = [...rows.map(toScenario), twice];
