import { following } from '../rulings/following.ts';
import { askedAgain } from '../rulings/asked-again.ts';
import { atLeast, may, must, should } from '../rulings/ruling.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
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
        must(
          'adr-016/rule-8',
          'error: redirect-loop',
          'Taken literally, the cycle detection of the record stops this chain, although the second answer is another one.',
        ),
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
      rulings: [
        may('fetch/redirects-not-exposed', '302 {home}/start'),
        should('convention/history-in-order', '302 {home}/start'),
      ],
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
    { fact: { kind: 'requests', at: start }, rulings: askedAgain(302) },
    {
      fact: { kind: 'history', call: 2 },
      given: { fact: { kind: 'requests', at: '{home}/target' }, oneOf: ['2'] },
      rulings: [
        may('fetch/redirects-not-exposed', '302 {home}/start'),
        must('adr-016/rule-7', '302 {home}/start'),
        should('convention/history-in-order', '302 {home}/start'),
      ],
    },
  ],
});

const target: Place = '{home}/target';
const moved: Place = '{home}/moved';

const noStore: HeaderFields = [['Cache-Control', 'no-store']];
const notStored: readonly RulingOn<'requests'>[] = [must('rfc9111/no-store-not-stored', atLeast(2))];
const writtenThrough: readonly RulingOn<'requests'>[] = [must('rfc9111/unsafe-goes-through', atLeast(2))];

interface Repetition {
  readonly name: string;
  readonly title: string;
  readonly status: 301 | 302 | 303 | 307 | 308;
  readonly headers?: HeaderFields;
  /** The second call is a POST. */
  readonly thenPost?: true;
  readonly rulings: readonly RulingOn<'requests'>[];
}

/** Redirects that no client may remember for the second call, whether it has a cache or not. */
const repetitions: readonly Repetition[] = [
  ...([301, 302, 303, 307, 308] as const).map((status) => ({
    name: `second-call-${status}-no-store`,
    title: `The same URL in a second call, after a ${status} with no-store`,
    status,
    headers: noStore,
    rulings: notStored,
  })),
  ...([303, 307] as const).map((status) => ({
    name: `second-call-${status}`,
    title: `The same URL in a second call, after a ${status}`,
    status,
    rulings: askedAgain(status),
  })),
  ...([301, 302, 303, 307, 308] as const).map((status) => ({
    name: `get-then-post-${status}`,
    title: `A GET, then a POST to the same URL, which answers ${status} to both`,
    status,
    thenPost: true as const,
    rulings: writtenThrough,
  })),
];

const startAgain = (rulings: readonly RulingOn<'requests'>[]): CheckOf<'requests'> => ({
  fact: { kind: 'requests', at: start },
  given: { fact: { kind: 'settled', call: 2 }, oneOf: ['response'] },
  rulings,
});

const toScenario = ({ name, title, status, headers, thenPost, rulings }: Repetition): Scenario =>
  scenario({
    id: `metadata/${name}`,
    title,
    routes: { [start]: { status, location: target, ...(headers && { headers }) }, [target]: { status: 200, body: 'arrived' } },
    calls: [
      { method: 'GET', url: start },
      thenPost ? { method: 'POST', url: start, body: 'name=Zoë' } : { method: 'GET', url: start },
    ],
    covers: ['hm-handle-reuse'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: following[status] }, startAgain(rulings)],
  });

/** The second call gets the redirect that the server sends then, and not the one of the first call. */
const elsewhereLater: Scenario = scenario({
  id: 'metadata/second-call-elsewhere',
  title: 'The same URL in a second call, when its 302 has another Location',
  routes: {
    [start]: [{ when: { visit: 1 }, answer: { status: 302, location: target } }, { answer: { status: 302, location: moved } }],
    [target]: { status: 200, body: 'arrived' },
    [moved]: { status: 200, body: 'moved on' },
  },
  calls: [
    { method: 'GET', url: start },
    { method: 'GET', url: start },
  ],
  covers: ['hm-handle-reuse'],
  checks: [
    { fact: { kind: 'followed', to: target }, rulings: following[302] },
    startAgain(askedAgain(302)),
    {
      fact: { kind: 'requests', at: moved },
      given: { fact: { kind: 'outcome', call: 2 }, oneOf: ['returned 200'] },
      rulings: [must('rfc9111/stored-only-with-a-reason', atLeast(1))],
    },
    {
      fact: { kind: 'response-body', from: moved, call: 2 },
      given: { fact: { kind: 'requests', at: moved }, oneOf: ['1'] },
      rulings: [must('common/response-is-one', 'same bytes')],
    },
  ],
});

/** What the client reports, and sends, if a URL is requested twice. */
export const repeatedUrls: readonly Scenario[] = [sameUrl, secondCall, ...repetitions.map(toScenario), elsewhereLater];
