import { anyErrorButALoop, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Case, Routes, Scenario } from '../vocabulary/scenario.ts';
import { awayFromHome, cookieAt, outOfScope, sent } from './expected.ts';
import { setting } from './journey.ts';

const letThrough: Case = {
  when: { header: { name: 'cookie', includes: 'session=1' } },
  answer: { status: 200, body: 'arrived' },
};

const session = setting(['session=1; Path=/']);

const literally =
  'By its letter rule 8 stops this legitimate flow; that a cookie was set between the visits is unknown to a set of URLs.';

/** A client with a jar gets in at the second visit, unless it keeps no cookie: then the chain ends by the number of its redirects. */
const arrives: readonly Ruling[] = [
  must('fetch/only-the-count-stops', ['returned 200', ...anyErrorButALoop]),
  should('fetch/set-cookie-of-any-response', 'returned 200'),
  must('adr-016/rule-8', 'error: redirect-loop', literally),
  should('convention/revisit-with-new-state', ['returned 200', 'returned 302', 'returned 307']),
];

/** The most common gate there is: the page redirects to itself until its cookie comes back. */
const selfRedirect = (status: 302 | 307): Routes => ({
  '{home}/page': [letThrough, { answer: { status, location: '{home}/page', headers: session } }],
});

export const gates: readonly Scenario[] = [
  scenario({
    id: 'cookies/gate-post',
    title: 'A POST that a 307 sends to the same URL until its cookie comes back',
    needs: ['cookie-jar'],
    routes: selfRedirect(307),
    call: { method: 'POST', url: '{home}/page', body: 'name=Zoë' },
    covers: ['cy-state-change-self', 'ck-set-on-3xx'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: arrives },
      cookieAt('{home}/page', sent('session=1'), 2),
      {
        fact: { kind: 'request', at: '{home}/page', visit: 2 },
        rulings: [must('rfc9110/307-keeps-method', 'POST, same body')],
      },
    ],
  }),
  scenario({
    id: 'cookies/gate-at-another-host',
    title: 'A login at another host that leads back to the page, with a cookie of each host',
    needs: ['cookie-jar'],
    routes: {
      '{home}/page': [letThrough, { answer: { status: 302, location: '{other}/login' } }],
      '{other}/login': { status: 302, location: '{home}/callback', headers: setting(['sso=1; Path=/']) },
      '{home}/callback': { status: 302, location: '{home}/page', headers: session },
    },
    call: { method: 'GET', url: '{home}/page' },
    covers: ['cy-header-dependent', 'ck-set-on-3xx', 'ck-jar-not-other-host'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: awayFromHome(arrives) },
      cookieAt('{home}/callback', outOfScope('rfc6265bis/cookie-to-its-host')),
      cookieAt('{home}/page', awayFromHome(sent('session=1')), 2),
    ],
  }),
  scenario({
    id: 'cookies/gate-without-a-jar',
    title: 'A page that redirects to itself until its cookie comes back, for a client that need not have a jar',
    routes: selfRedirect(302),
    call: { method: 'GET', url: '{home}/page' },
    covers: ['cy-self'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/only-the-count-stops', [...anyErrorButALoop, 'returned 200']),
          should('rfc9110/cycles-broken', not('cut off after 100 requests')),
          must('adr-016/rule-8', 'error: redirect-loop'),
        ],
      },
    ],
  }),
];
