import { may, must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import { notFollowed, to } from '../location-resolution/answers.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** Fragments of both URLs, and neither is anything that a server gets to know. */
const hidden: Scenario = scenario({
  id: 'fragments/not-on-the-wire',
  title: 'A fragment in the URL and one in Location',
  routes: {
    '{home}/start': to('/target?q#there'),
    '{home}/target?q': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start#here' },
  covers: ['f-not-on-wire'],
  checks: [
    {
      fact: { kind: 'next', after: '{home}/start' },
      rulings: [
        must('fetch/location-against-response-url', '{home}/target?q'),
        must('rfc9110/fragment-stays-home', ['{home}/target?q', ...notFollowed]),
        must('adr-016/rule-1', '{home}/target?q'),
      ],
    },
    {
      fact: { kind: 'field', name: 'Referer', at: '{home}/target?q' },
      rulings: [
        must(
          'rfc9110/referer-without-fragment-and-userinfo',
          not('{home}/start#here', '{home}/target#there', '{home}/start#there'),
        ),
      ],
    },
  ],
});

const sameUrl = 'Rule 8 leaves open whether a fragment makes a URL another one.';

/** Only the fragment is another, so the same URL is asked for again; the second visit arrives. */
const fragmentOnly: Scenario = scenario({
  id: 'fragments/fragment-only',
  title: 'A Location that is only a fragment',
  routes: {
    '{home}/start?q': [{ when: { visit: 2 }, answer: { status: 200, body: 'arrived' } }, { answer: to('#there') }],
  },
  call: { method: 'GET', url: '{home}/start?q' },
  covers: ['f-only-location', 'l-rfc3986-table'],
  checks: [
    {
      fact: { kind: 'next', after: '{home}/start?q' },
      rulings: [
        must('fetch/location-against-response-url', '{home}/start?q'),
        must('rfc3986/fragment-only-reference', ['{home}/start?q', ...notFollowed]),
        may('adr-016/rule-8', ['error: redirect-loop', '{home}/start?q'], sameUrl),
      ],
    },
  ],
});

export const onTheWire: readonly Scenario[] = [hidden, fragmentOnly];
