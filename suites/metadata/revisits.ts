import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';

/** The final URL alone does not show that there was a redirect. */
const sameUrl: Scenario = scenario({
  id: 'metadata/same-url',
  title: 'A redirect to the same URL: what the client reports',
  routes: {
    [start]: [{ when: { visit: 1 }, answer: { status: 302, location: start } }, { answer: { status: 200, body: 'arrived' } }],
  },
  call: { method: 'GET', url: start },
  covers: ['hm-redirected-flag', 'hm-history-order'],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must('fetch/only-the-count-stops', 'returned 200'),
        may('rfc9110/302-may-follow', ['returned 200', 'returned 302']),
        must('adr-016/rule-8', 'error: redirect-loop'),
      ],
    },
    {
      fact: { kind: 'redirected' },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
      rulings: [must('fetch/response-redirected', 'true')],
    },
    {
      fact: { kind: 'history' },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
      rulings: [may('fetch/redirects-not-exposed', '302 /start'), should('convention/history-in-order', '302 /start')],
    },
  ],
});

/** A second call starts at the first URL again. */
const secondCall: Scenario = scenario({
  id: 'metadata/second-call',
  title: 'The same URL in a second call',
  routes: { [start]: { status: 302, location: '/target' }, '{home}/target': { status: 200, body: 'arrived' } },
  calls: [
    { method: 'GET', url: start },
    { method: 'GET', url: start },
  ],
  covers: ['hm-handle-reuse'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    { fact: { kind: 'requests', at: start }, rulings: [must('rfc9111/stored-only-with-a-reason', '2')] },
    {
      fact: { kind: 'history', call: 2 },
      given: { fact: { kind: 'requests', at: '{home}/target' }, oneOf: ['2'] },
      rulings: [
        may('fetch/redirects-not-exposed', '302 /start'),
        must('adr-016/rule-7', '302 /start'),
        should('convention/history-in-order', '302 /start'),
      ],
    },
  ],
});

/** What the client reports if a URL is requested twice. */
export const repeatedUrls: readonly Scenario[] = [sameUrl, secondCall];
