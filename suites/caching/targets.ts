import { atLeast, may, must } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  uncachedPage,
  secondArrives,
  secondArrivesAgain,
  requestCount,
  requestCountOnArrival,
  firstFollows,
  freshFields,
  freshFieldsWith,
  getOf,
  receivesBody,
  cacheablePage,
  noStoreFields,
  redirectPlace,
  targetPlace,
} from './parts.ts';

const middle: Place = '{home}/middle';
const form: Place = '{home}/form';
const other: Place = '{home}/other';

const either = ['1', '2'] as const;
const reusable = may('rfc9111/fresh-is-reused', either);
const notStored = must('rfc9111/no-store-not-stored', atLeast(2));

/** The fields of each answer in a chain decide whether it is stored. */
export const cachedTargets: readonly Scenario[] = [
  scenario({
    id: 'caching/target-alone',
    title: 'A redirect that must not be stored, to a target that may be stored, twice',
    needs: ['cache'],
    routes: { [redirectPlace]: { status: 301, location: targetPlace, headers: noStoreFields }, [targetPlace]: cacheablePage },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-redirect-to-cached-result'],
    checks: [
      firstFollows(301),
      requestCount(redirectPlace, [notStored]),
      secondArrivesAgain(301),
      requestCountOnArrival(targetPlace, [reusable]),
      receivesBody(targetPlace),
    ],
  }),
  scenario({
    id: 'caching/target-known-before',
    title: 'A page, then a redirect to that page',
    needs: ['cache'],
    routes: { [redirectPlace]: { status: 302, location: targetPlace, headers: noStoreFields }, [targetPlace]: cacheablePage },
    calls: [getOf(targetPlace), getOf(redirectPlace)],
    covers: ['ca-redirect-to-cached-result'],
    checks: [secondArrives(302), requestCountOnArrival(targetPlace, [reusable]), receivesBody(targetPlace)],
  }),
  scenario({
    id: 'caching/redirect-and-target',
    title: 'A fresh redirect to a fresh page, twice',
    needs: ['cache'],
    routes: { [redirectPlace]: { status: 301, location: targetPlace, headers: freshFields }, [targetPlace]: cacheablePage },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-hit-follows', 'ca-301-cached'],
    checks: [
      firstFollows(301),
      requestCount(redirectPlace, [reusable]),
      secondArrivesAgain(301),
      requestCountOnArrival(targetPlace, [reusable]),
      receivesBody(targetPlace),
    ],
  }),
  scenario({
    id: 'caching/chain-second-not-stored',
    title: 'A fresh redirect, then one that must not be stored, twice',
    needs: ['cache'],
    routes: {
      [redirectPlace]: { status: 301, location: middle, headers: freshFields },
      [middle]: { status: 302, location: targetPlace, headers: noStoreFields },
      [targetPlace]: cacheablePage,
    },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-hit-follows'],
    checks: [firstFollows(302), secondArrivesAgain(302), requestCountOnArrival(middle, [notStored]), receivesBody(targetPlace)],
  }),
  scenario({
    id: 'caching/chain-first-not-stored',
    title: 'A redirect that must not be stored, then a fresh one, twice',
    needs: ['cache'],
    routes: {
      [redirectPlace]: { status: 302, location: middle, headers: noStoreFields },
      [middle]: { status: 301, location: targetPlace, headers: freshFields },
      [targetPlace]: cacheablePage,
    },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-redirect-to-cached-result', 'ca-hit-follows'],
    checks: [
      firstFollows(302),
      secondArrivesAgain(302),
      requestCount(redirectPlace, [notStored]),
      requestCountOnArrival(middle, [reusable]),
      receivesBody(targetPlace),
    ],
  }),
  scenario({
    id: 'caching/post-303-target',
    title: 'The page that a POST redirects to, then the same page by GET',
    needs: ['cache'],
    routes: {
      [form]: { status: 303, location: targetPlace, headers: noStoreFields },
      [targetPlace]: [{ when: { method: 'GET' }, answer: cacheablePage }, { answer: { status: 405, headers: noStoreFields } }],
    },
    calls: [{ method: 'POST', url: form, body: 'name=Zoë' }, getOf(targetPlace)],
    covers: ['ca-post-target-as-get'],
    checks: [
      { ...secondArrives(303), fact: { kind: 'outcome' } },
      {
        fact: { kind: 'outcome', call: 2 },
        rulings: [must('rfc9111/reused-only-if-it-fits', 'returned 200')],
      },
      requestCountOnArrival(targetPlace, [reusable]),
      receivesBody(targetPlace),
    ],
  }),
  scenario({
    id: 'caching/content-location-of-the-target',
    title: 'A page that names another URL in Content-Location, then that URL',
    needs: ['cache'],
    routes: {
      [redirectPlace]: { status: 301, location: targetPlace, headers: freshFields },
      [targetPlace]: { ...cacheablePage, headers: freshFieldsWith('Content-Location', '/other') },
      [other]: { ...uncachedPage, body: 'something else' },
    },
    calls: [getOf(redirectPlace), getOf(other)],
    covers: ['ca-content-location-no-populate'],
    checks: [firstFollows(301), requestCount(other, [must('rfc9111/reused-only-if-it-fits', atLeast(1))]), receivesBody(other)],
  }),
];
