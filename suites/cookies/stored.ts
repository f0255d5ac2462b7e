import { letterCases } from '../builders/letter-cases.ts';
import { following } from '../rulings/following.ts';
import { handedOver } from '../rulings/manual.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { cookieAt, cookieIgnored, cookieSent, cookiesSentInOrder } from './expected.ts';
import { toCookieScenario, setCookieFields, type CookieChain } from './cookie-chain.ts';

const start: Place = '{home}/start';
const middle: Place = '{home}/middle';
const target: Place = '{home}/target';

const byStatus: readonly CookieChain[] = redirectStatuses.map((status) => ({
  name: `set-by-${status}`,
  title: `A ${status} that sets a cookie`,
  status,
  stops: [
    { at: start, sets: ['seen=yes'] },
    { at: target, gets: cookieSent('seen=yes') },
  ],
  covers: ['ck-set-on-3xx'],
}));

const expired = 'Thu, 01 Jan 1970 00:00:00 GMT';
const far = 'Fri, 01 Jan 2100 00:00:00 GMT';

/** Ways to delete a cookie that the previous redirect has set. */
const deletions: readonly CookieChain[] = [
  { name: 'max-age-zero', how: 'by Max-Age=0', deletes: 'seen=; Max-Age=0' },
  { name: 'max-age-negative', how: 'by a negative Max-Age', deletes: 'seen=; Max-Age=-1' },
  { name: 'expires-in-the-past', how: 'by Expires in the past', deletes: `seen=; Expires=${expired}` },
  {
    name: 'max-age-zero-expires-later',
    how: 'by Max-Age=0, with Expires in the future',
    deletes: `seen=; Max-Age=0; Expires=${far}`,
    rule: 'rfc6265bis/max-age-outranks-expires' as const,
  },
].map(({ name, how, deletes, rule = 'rfc6265bis/expired-is-evicted' as const }) => ({
  name: `taken-back-${name}`,
  title: `A cookie that the next redirect deletes ${how}`,
  stops: [
    { at: start, sets: ['seen=yes'] },
    { at: middle, sets: [deletes], gets: cookieSent('seen=yes') },
    { at: target, gets: cookieIgnored(rule) },
  ],
  covers: ['ck-deleted-on-redirect'],
}));

const duringTheChain: readonly CookieChain[] = [
  {
    name: 'replaced-later',
    title: 'A cookie that the next redirect sets again',
    stops: [
      { at: start, sets: ['seen=old'] },
      { at: middle, sets: ['seen=new'] },
      { at: target, gets: cookieSent('seen=new', 'rfc6265bis/same-cookie-replaced') },
    ],
    covers: ['ck-later-hop-overrides'],
  },
  {
    name: 'gathered',
    title: 'Two redirects that each set a cookie',
    stops: [
      { at: start, sets: ['a=1'] },
      { at: middle, sets: ['b=2'], gets: cookieSent('a=1') },
      { at: target, gets: cookiesSentInOrder('a=1', 'b=2') },
    ],
    covers: ['ck-set-on-3xx'],
  },
  {
    name: 'two-fields',
    title: 'A redirect that sets two cookies, one with a comma in its date',
    stops: [
      { at: start, sets: [`a=1; Expires=${far}`, 'b=2'] },
      {
        at: target,
        gets: [
          must('fetch/each-set-cookie-stored', ['a=1; b=2', 'b=2; a=1', 'absent']),
          should('fetch/set-cookie-of-any-response', ['a=1; b=2', 'b=2; a=1']),
          must('rfc6265bis/set-cookie-parsed', ['a=1; b=2', 'b=2; a=1', 'absent']),
          should('rfc6265bis/several-set-cookie-fields', ['a=1; b=2', 'b=2; a=1']),
        ],
      },
    ],
    covers: ['ck-set-on-3xx'],
  },
  {
    name: 'login',
    title: 'A POST whose 303 sets a session cookie',
    status: 303,
    call: { method: 'POST', body: 'name=Zoë' },
    stops: [
      { at: '{home}/login', sets: ['session=1; Path=/; HttpOnly'] },
      { at: '{home}/account', gets: cookieSent('session=1') },
    ],
    covers: ['ck-set-on-3xx'],
  },
];

const nextCall = { method: 'GET', url: target } as const;

/** A cookie is stored whatever the status of its answer is, behind a redirect too. */
const ofLastAnswers: readonly Scenario[] = ([201, 401, 403, 404, 429, 500, 503] as const).map((status) =>
  scenario({
    id: `cookies/set-by-last-${status}`,
    title: `A redirect to a ${status} that sets a cookie, in the next call`,
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: middle },
      [middle]: { status, body: 'the end', headers: setCookieFields(['seen=yes']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      { fact: { kind: 'followed', to: middle }, rulings: following[302] },
      { ...cookieAt(target, cookieSent('seen=yes')), given: { fact: { kind: 'followed', to: middle }, oneOf: ['followed'] } },
    ],
  }),
);

/** The names of fields are the same in any letter case. */
const byFieldName: readonly Scenario[] = letterCases.map(({ name, title, write }) =>
  scenario({
    id: `cookies/field-name-in-${name}-case`,
    title: `A redirect that sets a cookie by a field with its name in ${title}`,
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: target, headers: [[write('Set-Cookie'), 'seen=yes']] },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    covers: ['ck-set-on-3xx'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: following[302] }, cookieAt(target, cookieSent('seen=yes'))],
  }),
);

/** What the jar contains after the call. */
const forTheNextCall: readonly Scenario[] = [
  scenario({
    id: 'cookies/kept-for-the-next-call',
    title: 'Cookies of a redirect and of the last answer, in the next call',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: middle, headers: setCookieFields(['a=1']) },
      [middle]: { status: 200, body: 'arrived', headers: setCookieFields(['b=2']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      { fact: { kind: 'followed', to: middle }, rulings: following[302] },
      {
        ...cookieAt(target, cookiesSentInOrder('a=1', 'b=2')),
        given: { fact: { kind: 'followed', to: middle }, oneOf: ['followed'] },
      },
    ],
  }),
  scenario({
    id: 'cookies/set-by-unfollowed',
    title: 'A redirect that sets a cookie, in manual mode',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: target, headers: setCookieFields(['seen=yes']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start, redirect: 'manual' }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [{ fact: { kind: 'outcome' }, rulings: handedOver(302) }, cookieAt(target, cookieSent('seen=yes'))],
  }),
  scenario({
    id: 'cookies/set-without-location',
    title: 'A 308 without Location that sets a cookie',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 308, headers: setCookieFields(['seen=yes']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/missing-location-returned', 'returned 308'),
          may('rfc9110/redirect-needs-location', 'returned 308'),
        ],
      },
      cookieAt(target, cookieSent('seen=yes')),
    ],
  }),
];

/** Cookies that a client with a jar stores. */
export const storedCookies: readonly Scenario[] = [
  ...[...byStatus, ...duringTheChain, ...deletions].map(toCookieScenario),
  ...forTheNextCall,
  ...ofLastAnswers,
  ...byFieldName,
];
