import { notFollowed, resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** Both URLs have a fragment, and no server receives either of them. */
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

const sameDocument =
  'By RFC 3986 section 4.4 a reference that is only a fragment names a part of the same document, and should not cause a new retrieval.';

const sameUrl = 'Rule 8 does not say whether URLs that differ only in their fragment are the same.';

/** Only the fragment differs, so the same URL is requested again. The second request gets the final answer. */
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
        must('rfc3986/fragment-only-reference', ['{home}/start?q', ...notFollowed], sameDocument),
        may('adr-016/rule-8', ['error: redirect-loop', '{home}/start?q'], sameUrl),
      ],
    },
  ],
});

/** What follows the first hash is the fragment, whatever it contains. */
const delimiters: readonly Scenario[] = (
  [
    ['question-mark-on-the-wire', 'A fragment with a question mark', '/target#a?b', '{home}/target'],
    ['slashes-on-the-wire', 'A fragment that looks like another host', '/target?q#@//{other.host}/../x', '{home}/target?q'],
    ['query-and-fragment-on-the-wire', 'An empty path and a fragment that looks like one', '{other}#/target?q', '{other}/'],
  ] as const
).map(([name, title, location, target]) =>
  redirect({
    id: `fragments/${name}`,
    title,
    answer: to(location),
    target,
    covers: ['f-not-on-wire'],
    rulings: resolved('rfc3986/fragment-not-dereferenced', target),
  }),
);

/** Fragments in requests, and a Location that is nothing but a fragment. */
export const onTheWire: readonly Scenario[] = [hidden, fragmentOnly, ...delimiters];
