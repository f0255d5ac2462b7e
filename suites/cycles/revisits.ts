import type { RowId } from '../coverage/behaviours/index.ts';
import { stoppedAfter } from '../rulings/cycles.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const arrived = { status: 200, body: 'arrived' } as const;

const literally =
  'Taken literally, the cycle detection of the record stops this legitimate flow: a set of URLs does not record what changed between the requests.';
const undecided = (what: string): string => `Rule 8 does not say whether ${what} makes a URL a different one.`;

const loopOr200 = ['error: redirect-loop', 'returned 200'] as const;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly routes: Routes;
  readonly call?: Call;
  readonly needs?: readonly ['cookie-jar'];
  readonly covers: readonly RowId[];
  /** The rulings of ADR-016, and of RFC 9110 if it has one on this case. */
  readonly rulings: readonly RulingOn<'outcome'>[];
}

const literalLoop = [must('adr-016/rule-8', 'error: redirect-loop', literally)] as const;
const openLoop = (what: string): readonly RulingOn<'outcome'>[] => [may('adr-016/rule-8', loopOr200, undecided(what))];

const setCookie: HeaderFields = [['Set-Cookie', 'seen=yes; Path=/']];
const withCookie = { header: { name: 'cookie', includes: 'seen=yes' } } as const;

const changed: readonly Row[] = [
  {
    name: 'post-303-same-url',
    title: 'POST answered by a 303 to the same URL',
    covers: ['cy-post-303-same-url', 'cy-key-method-body'],
    routes: {
      '{home}/form': [{ when: { method: 'GET' }, answer: arrived }, { answer: { status: 303, location: '{home}/form' } }],
    },
    call: { method: 'POST', url: '{home}/form', body: 'name=Zoë' },
    rulings: [may('rfc9110/303-is-retrieved', ['returned 200', 'returned 303']), ...openLoop('another method')],
  },
  {
    name: 'cookie-probe',
    title: 'A redirect to the same URL that sets a cookie',
    covers: ['cy-state-change-self', 'cy-key-method-body', 'ck-set-on-3xx'],
    needs: ['cookie-jar'],
    routes: {
      '{home}/page': [
        { when: withCookie, answer: arrived },
        { answer: { status: 302, location: '{home}/page', headers: setCookie } },
      ],
    },
    call: { method: 'GET', url: '{home}/page' },
    rulings: literalLoop,
  },
  {
    name: 'login',
    title: 'Redirects to a login page and back',
    covers: ['cy-header-dependent'],
    routes: {
      '{home}/page': [{ when: { visit: 2 }, answer: arrived }, { answer: { status: 302, location: '{home}/login' } }],
      '{home}/login': { status: 302, location: '{home}/page' },
    },
    call: { method: 'GET', url: '{home}/page' },
    rulings: literalLoop,
  },
  {
    name: 'login-with-cookie',
    title: 'Redirects to a login page that sets a cookie, and back',
    covers: ['cy-header-dependent', 'ck-set-on-3xx'],
    needs: ['cookie-jar'],
    routes: {
      '{home}/page': [{ when: withCookie, answer: arrived }, { answer: { status: 302, location: '{home}/login' } }],
      '{home}/login': { status: 302, location: '{home}/page', headers: setCookie },
    },
    call: { method: 'GET', url: '{home}/page' },
    rulings: literalLoop,
  },
  {
    name: 'job-polling',
    title: 'A job that redirects to itself until it is done',
    covers: ['cy-three-selfs-then-200', 'cy-header-dependent'],
    routes: {
      '{home}/job': [{ when: { visit: 3 }, answer: arrived }, { answer: { status: 302, location: '{home}/job' } }],
    },
    call: { method: 'GET', url: '{home}/job' },
    rulings: literalLoop,
  },
];

interface Spelling {
  readonly name: string;
  readonly what: string;
  readonly location: string;
}

/** Other ways to write `{home}/a`. A client may treat them as the same URL or not. */
const spellings: readonly Spelling[] = [
  { name: 'empty-query', what: 'an empty query', location: '{home}/a?' },
  { name: 'fragment', what: 'a fragment', location: '{home}/a#part' },
  { name: 'default-port', what: 'an explicit default port', location: 'http://{home.host}:80/a' },
  { name: 'scheme-in-capitals', what: 'a scheme in upper case', location: 'HTTP://{home.host}/a' },
  { name: 'dot-segments', what: 'dot segments', location: '{home}/b/../a' },
];

const respelled: readonly Row[] = spellings.map(({ name, what, location }) => ({
  name: `same-but-for-${name}`,
  title: `A redirect to the same URL except for ${what}`,
  covers: ['cy-key-method-body'],
  routes: {
    '{home}/a': [{ when: { visit: 2 }, answer: arrived }, { answer: { status: 302, headers: [['Location', location]] } }],
  },
  call: { method: 'GET', url: '{home}/a' },
  rulings: openLoop(what),
}));

/** A jar does not have to store the cookie. Without it the limit on redirects ends the chain. */
const withCookieJar: readonly RulingOn<'outcome'>[] = [
  must('fetch/only-the-count-stops', ['returned 200', 'any error']),
  should('fetch/set-cookie-of-any-response', 'returned 200'),
];

const toScenario = ({ name, rulings, ...rest }: Row): Scenario =>
  scenario({
    ...rest,
    id: `cycles/${name}`,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          ...(rest.needs ? withCookieJar : [must('fetch/only-the-count-stops', 'returned 200')]),
          ...rulings,
          should('convention/revisit-with-new-state', ['returned 200', 'returned 302', 'returned 303']),
        ],
      },
      ...(rest.needs ? [stoppedAfter(Object.keys(rest.routes).length, [], literally)] : []),
    ],
  });

const secondCall: Scenario = scenario({
  id: 'cycles/second-call',
  title: 'The same URL requested in a second call',
  routes: {
    '{home}/start': { status: 302, location: '{home}/target' },
    '{home}/target': arrived,
  },
  calls: [
    { method: 'GET', url: '{home}/start' },
    { method: 'GET', url: '{home}/start' },
  ],
  checks: [
    {
      fact: { kind: 'outcome', call: 2 },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
      rulings: [must('common/calls-are-independent', 'returned 200')],
    },
  ],
});

export const revisits: readonly Scenario[] = [...[...changed, ...respelled].map(toScenario), secondCall];
