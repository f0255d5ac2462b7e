import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Check, CheckOf, Given } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const arrived: Given = { fact: { kind: 'requests', at: target }, oneOf: ['1'] };

const field = (name: string, value: string): CheckOf<'response-header'> => ({
  fact: { kind: 'response-header', name },
  given: arrived,
  rulings: [must('common/response-is-one', value)],
});

const body = (finding: 'same bytes' | 'empty'): CheckOf<'response-body'> => ({
  fact: { kind: 'response-body', from: target },
  given: arrived,
  rulings: [must('common/response-is-one', finding)],
});

const reportsTheTarget: readonly Check[] = [
  { fact: { kind: 'final-url' }, given: arrived, rulings: [must('fetch/response-url', target)] },
  { fact: { kind: 'redirected' }, given: arrived, rulings: [must('fetch/response-redirected', 'true')] },
];

const ofTheRedirect: HeaderFields = [
  ['X-Answer', 'first'],
  ['X-Redirect', 'yes'],
  ['ETag', '"first"'],
  ['Content-Type', 'text/html'],
  ['Content-Disposition', 'attachment; filename="first"'],
  ['Set-Cookie', 'first=1'],
  ['WWW-Authenticate', 'Basic realm="first"'],
];

const ofTheLast: HeaderFields = [
  ['X-Answer', 'last'],
  ['Content-Disposition', 'attachment; filename="last"'],
];

const redirect: Response = {
  status: 302,
  location: '/target',
  headers: ofTheRedirect,
  body: 'moved, and much longer than what comes',
};

/** Each field comes from the last answer or is absent. */
const fields: Scenario = scenario({
  id: 'metadata/fields-of-the-last-answer',
  title: 'Fields in the redirect that are missing or different in the last answer',
  routes: { [start]: redirect, [target]: { status: 200, headers: ofTheLast, body: 'arrived' } },
  call: { method: 'GET', url: start },
  covers: ['hm-location-absent-final'],
  checks: [
    { fact: { kind: 'followed', to: target }, rulings: following[302] },
    field('X-Answer', 'last'),
    field('Content-Disposition', 'attachment; filename="last"'),
    ...['Location', 'X-Redirect', 'ETag', 'Content-Type', 'Set-Cookie', 'WWW-Authenticate'].map((name) => field(name, 'absent')),
    body('same bytes'),
  ],
});

/** The caller gets the last answer of the chain, also if it is an error or has no body. */
const statuses: readonly Scenario[] = ([204, 401, 404, 410, 429, 500, 503] as const).map((status) =>
  scenario({
    id: `metadata/ends-in-${status}`,
    title: `A redirect to a target that answers ${status}`,
    routes: { [start]: redirect, [target]: { status, headers: ofTheLast, ...(status !== 204 && { body: 'nothing here' }) } },
    call: { method: 'GET', url: start },
    covers: ['hm-location-absent-final', ...(status >= 400 ? ['e-4xx-5xx-at-target'] : [])],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/follows-by-default', `returned ${status}`),
          may('rfc9110/302-may-follow', [`returned ${status}`, 'returned 302']),
          must('adr-016/rule-1', `returned ${status}`),
        ],
      },
      field('X-Answer', 'last'),
      field('Location', 'absent'),
      body(status === 204 ? 'empty' : 'same bytes'),
      ...reportsTheTarget,
    ],
  }),
);

/** A Location in an answer that is not a redirect is for the caller. */
const created: Scenario = scenario({
  id: 'metadata/ends-in-201',
  title: 'A POST redirected by 307 to a target that answers 201',
  routes: {
    [start]: { status: 307, location: '/target' },
    [target]: { status: 201, location: '/created', body: 'made' },
    '{home}/created': { status: 200, body: 'the thing itself' },
  },
  call: { method: 'POST', url: start, body: 'name=Zoë' },
  covers: ['hm-final-url'],
  checks: [
    { fact: { kind: 'followed', to: target }, rulings: following[307] },
    field('Location', '/created'),
    body('same bytes'),
    ...reportsTheTarget,
  ],
});

interface Row {
  readonly name: string;
  readonly title: string;
  readonly first: Response;
  readonly last: Response;
}

const rows: readonly Row[] = [
  {
    name: 'chunked-then-length',
    title: 'a chunked body before one with a length',
    first: { ...redirect, framing: 'chunked' },
    last: { status: 200, body: 'arrived' },
  },
  {
    name: 'length-then-chunked',
    title: 'a body with a length before a chunked one',
    first: redirect,
    last: { status: 200, body: 'arrived', framing: 'chunked' },
  },
  {
    name: 'then-empty',
    title: 'a body before an answer without a body',
    first: redirect,
    last: { status: 200 },
  },
  {
    name: 'closed-then-length',
    title: 'a body that ends with the connection before one with a length',
    first: { ...redirect, framing: 'close' },
    last: { status: 200, body: 'arrived' },
  },
];

const toScenario = ({ name, title, first, last }: Row): Scenario =>
  scenario({
    id: `metadata/body-${name}`,
    title: `A redirect with ${title}`,
    routes: { [start]: first, [target]: last },
    call: { method: 'GET', url: start },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      body(last.body === undefined ? 'empty' : 'same bytes'),
    ],
  });

/** Status, fields and body are those of the last answer. */
export const lastAnswer: readonly Scenario[] = [fields, ...statuses, created, ...rows.map(toScenario)];
