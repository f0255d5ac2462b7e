import { resentRulings } from '../rulings/bodies.ts';
import { stoppedAfter } from '../rulings/cycles.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { Case, Routes } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { awayFromHome, cookieAt, outOfScope, cookieSent } from './expected.ts';
import { setCookieFields } from './cookie-chain.ts';

const withCookie: Case = {
  when: { header: { name: 'cookie', includes: 'session=1' } },
  answer: { status: 200, body: 'arrived' },
};

const session = setCookieFields(['session=1; Path=/']);

const literally =
  'Rule 8, read literally, stops this legitimate flow; a set of visited URLs does not show that a cookie was set between the visits.';

/** A client with a jar arrives at the second visit. If it stores no cookie, the limit of redirects ends the chain. */
const arrives: readonly RulingOn<'outcome'>[] = [
  must('fetch/only-the-count-stops', ['returned 200', 'any error']),
  should('fetch/set-cookie-of-any-response', 'returned 200'),
  must('adr-016/rule-8', 'error: redirect-loop', literally),
  should('convention/revisit-with-new-state', ['returned 200', 'returned 302', 'returned 307']),
];

/** The page redirects to itself until its cookie is sent. */
const selfRedirect = (status: 302 | 307): Routes => ({
  '{home}/page': [withCookie, { answer: { status, location: '{home}/page', headers: session } }],
});

/** Servers that redirect until their cookie is sent. */
export const cookieGates: readonly Scenario[] = [
  scenario({
    id: 'cookies/gate-post',
    title: 'A POST that is redirected to the same URL by 307 until its cookie is sent',
    needs: ['cookie-jar'],
    routes: selfRedirect(307),
    call: { method: 'POST', url: '{home}/page', body: 'name=Zoë' },
    covers: ['cy-state-change-self', 'ck-set-on-3xx'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: arrives },
      cookieAt('{home}/page', cookieSent('session=1'), 2),
      { fact: { kind: 'request', at: '{home}/page', visit: 2 }, rulings: resentRulings(307) },
      stoppedAfter(1, [], literally),
    ],
  }),
  scenario({
    id: 'cookies/gate-at-another-host',
    title: 'A login at another host that redirects back to the page, with a cookie for each host',
    needs: ['cookie-jar'],
    routes: {
      '{home}/page': [withCookie, { answer: { status: 302, location: '{other}/login' } }],
      '{other}/login': { status: 302, location: '{home}/callback', headers: setCookieFields(['sso=1; Path=/']) },
      '{home}/callback': { status: 302, location: '{home}/page', headers: session },
    },
    call: { method: 'GET', url: '{home}/page' },
    covers: ['cy-header-dependent', 'ck-set-on-3xx', 'ck-jar-not-other-host'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: awayFromHome(arrives) },
      cookieAt('{home}/callback', outOfScope('rfc6265bis/cookie-to-its-host')),
      cookieAt('{home}/page', awayFromHome(cookieSent('session=1')), 2),
      stoppedAfter(3, [], literally),
    ],
  }),
  scenario({
    id: 'cookies/gate-without-a-jar',
    title: 'A page that redirects to itself until its cookie is sent, for a client with or without a jar',
    routes: selfRedirect(302),
    call: { method: 'GET', url: '{home}/page' },
    covers: ['cy-self'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/only-the-count-stops', ['any error', 'returned 200']),
          should('rfc9110/cycles-broken', not('cut off after 100 requests')),
          must('adr-016/rule-8', 'error: redirect-loop'),
        ],
      },
      stoppedAfter(1),
    ],
  }),
];
