import { may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import {
  arrived,
  arrives,
  arrivesAgain,
  asked,
  askedOnArrival,
  atLeast,
  followed,
  fresh,
  freshWith,
  get,
  gets,
  keepable,
  never,
  start,
  target,
} from './parts.ts';

const middle: Place = '{home}/middle';
const form: Place = '{home}/form';
const other: Place = '{home}/other';

const either = ['1', '2'] as const;
const reusable = may('rfc9111/fresh-is-reused', either);
const notStored = must('rfc9111/no-store-not-stored', atLeast(2));

/** Every answer of a chain is stored or not for reasons of its own. */
export const targets: readonly Scenario[] = [
  scenario({
    id: 'caching/target-alone',
    title: 'A redirect that is not stored, to a target that may be, twice',
    needs: ['cache'],
    routes: { [start]: { status: 301, location: target, headers: never }, [target]: keepable },
    calls: [get(start), get(start)],
    covers: ['ca-redirect-to-cached-result'],
    checks: [followed(301), asked(start, [notStored]), arrivesAgain(301), askedOnArrival(target, [reusable]), gets(target)],
  }),
  scenario({
    id: 'caching/target-known-before',
    title: 'A page, then a redirect to that page',
    needs: ['cache'],
    routes: { [start]: { status: 302, location: target, headers: never }, [target]: keepable },
    calls: [get(target), get(start)],
    covers: ['ca-redirect-to-cached-result'],
    checks: [arrives(302), askedOnArrival(target, [reusable]), gets(target)],
  }),
  scenario({
    id: 'caching/redirect-and-target',
    title: 'A fresh redirect to a fresh page, twice',
    needs: ['cache'],
    routes: { [start]: { status: 301, location: target, headers: fresh }, [target]: keepable },
    calls: [get(start), get(start)],
    covers: ['ca-hit-follows', 'ca-301-cached'],
    checks: [followed(301), asked(start, [reusable]), arrivesAgain(301), askedOnArrival(target, [reusable]), gets(target)],
  }),
  scenario({
    id: 'caching/chain-second-not-stored',
    title: 'A fresh redirect, then one that is not stored, twice',
    needs: ['cache'],
    routes: {
      [start]: { status: 301, location: middle, headers: fresh },
      [middle]: { status: 302, location: target, headers: never },
      [target]: keepable,
    },
    calls: [get(start), get(start)],
    covers: ['ca-hit-follows'],
    checks: [followed(302), arrivesAgain(302), askedOnArrival(middle, [notStored]), gets(target)],
  }),
  scenario({
    id: 'caching/chain-first-not-stored',
    title: 'A redirect that is not stored, then a fresh one, twice',
    needs: ['cache'],
    routes: {
      [start]: { status: 302, location: middle, headers: never },
      [middle]: { status: 301, location: target, headers: fresh },
      [target]: keepable,
    },
    calls: [get(start), get(start)],
    covers: ['ca-redirect-to-cached-result', 'ca-hit-follows'],
    checks: [followed(302), arrivesAgain(302), asked(start, [notStored]), askedOnArrival(middle, [reusable]), gets(target)],
  }),
  scenario({
    id: 'caching/post-303-target',
    title: 'The page that a POST leads to, then the same page asked for',
    needs: ['cache'],
    routes: {
      [form]: { status: 303, location: target, headers: never },
      [target]: [{ when: { method: 'GET' }, answer: keepable }, { answer: { status: 405, headers: never } }],
    },
    calls: [{ method: 'POST', url: form, body: 'name=Zoë' }, get(target)],
    covers: ['ca-post-target-as-get'],
    checks: [
      { ...arrives(303), fact: { kind: 'outcome' } },
      {
        fact: { kind: 'outcome', call: 2 },
        rulings: [must('rfc9111/reused-only-if-it-fits', 'returned 200')],
      },
      askedOnArrival(target, [reusable]),
      gets(target),
    ],
  }),
  scenario({
    id: 'caching/content-location-of-the-target',
    title: 'A page that names another URL in Content-Location, then that URL',
    needs: ['cache'],
    routes: {
      [start]: { status: 301, location: target, headers: fresh },
      [target]: { ...keepable, headers: freshWith('Content-Location', '/other') },
      [other]: { ...arrived, body: 'something else' },
    },
    calls: [get(start), get(other)],
    covers: ['ca-content-location-no-populate'],
    checks: [followed(301), asked(other, [must('rfc9111/reused-only-if-it-fits', atLeast(1))]), gets(other)],
  }),
];
