import { handedOver } from '../rulings/manual.ts';
import { between, may, must, not, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  uncachedPage,
  secondArrives,
  requestCount,
  firstFollows,
  freshFields,
  getOf,
  redirectPlace,
  targetPlace,
} from './parts.ts';

const routes: Routes = {
  [redirectPlace]: { status: 301, location: targetPlace, headers: freshFields },
  [targetPlace]: uncachedPage,
};

const reusable = may('rfc9111/fresh-is-reused', ['1', '2']);

const refuses = (call?: number): Check => ({
  fact: { kind: 'outcome', ...(call && { call }) },
  rulings: [must('fetch/error-mode-refuses', 'any error')],
});

const showsRedirect = (call?: number): Check => ({
  fact: { kind: 'outcome', ...(call && { call }) },
  rulings: handedOver(301),
});

/** The mode of a call also applies to a redirect from the cache. */
const modes: readonly Scenario[] = [
  scenario({
    id: 'caching/manual-then-default',
    title: 'A fresh redirect in manual mode, then in the default mode',
    needs: ['cache'],
    routes,
    calls: [{ ...getOf(redirectPlace), redirect: 'manual' }, getOf(redirectPlace)],
    covers: ['ca-hit-follows'],
    checks: [showsRedirect(), secondArrives(301), requestCount(redirectPlace, [reusable])],
  }),
  scenario({
    id: 'caching/default-then-manual',
    title: 'A fresh redirect in the default mode, then in manual mode',
    needs: ['cache'],
    routes,
    calls: [getOf(redirectPlace), { ...getOf(redirectPlace), redirect: 'manual' }],
    covers: ['ca-hit-follows'],
    checks: [firstFollows(301), showsRedirect(2), requestCount(redirectPlace, [reusable])],
  }),
  scenario({
    id: 'caching/error-then-default',
    title: 'A fresh redirect in error mode, then in the default mode',
    needs: ['cache'],
    routes,
    calls: [{ ...getOf(redirectPlace), redirect: 'error' }, getOf(redirectPlace)],
    covers: ['ca-error-mode-still-caches'],
    checks: [refuses(), secondArrives(301), requestCount(redirectPlace, [reusable])],
  }),
  scenario({
    id: 'caching/default-then-error',
    title: 'A fresh redirect in the default mode, then in error mode',
    needs: ['cache'],
    routes,
    calls: [getOf(redirectPlace), { ...getOf(redirectPlace), redirect: 'error' }],
    covers: ['ca-hit-follows'],
    checks: [firstFollows(301), refuses(2)],
  }),
];

const a: Place = '{home}/a';
const b: Place = '{home}/b';
const c: Place = '{home}/c';

/** A redirect counts, whether it comes from the server or from the cache. */
const counts: readonly Scenario[] = [
  scenario({
    id: 'caching/cycle',
    title: 'Two fresh redirects that lead to each other',
    needs: ['cache'],
    routes: { [a]: { status: 301, location: b, headers: freshFields }, [b]: { status: 301, location: a, headers: freshFields } },
    call: getOf(a),
    covers: ['cl-cache-hops-count'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/only-the-count-stops', 'any error'),
          must('adr-016/rule-8', 'error: redirect-loop'),
          should('rfc9110/cycles-broken', not('cut off after 100 requests')),
        ],
      },
      {
        // A redirect from the cache is counted, but sends no request.
        fact: { kind: 'requests' },
        given: { fact: { kind: 'outcome' }, oneOf: ['any error'] },
        rulings: [must('fetch/twenty-redirects', between(2, 21)), must('adr-016/rule-8', '2')],
      },
    ],
  }),
  scenario({
    id: 'caching/limit',
    title: 'Three fresh redirects without a limit, then with a limit of two',
    needs: ['cache'],
    routes: {
      [a]: { status: 301, location: b, headers: freshFields },
      [b]: { status: 301, location: c, headers: freshFields },
      [c]: { status: 301, location: targetPlace, headers: freshFields },
      [targetPlace]: uncachedPage,
    },
    calls: [getOf(a), { ...getOf(a), maxRedirects: 2 }],
    covers: ['cl-cache-hops-count'],
    checks: [
      firstFollows(301),
      {
        fact: { kind: 'outcome', call: 2 },
        rulings: [
          must('adr-016/rule-9', 'error: too-many-redirects'),
          should('convention/limit-is-inclusive', not('returned 200')),
        ],
      },
    ],
  }),
];

/** Modes and limits of calls for cached redirects. */
export const cachedModes: readonly Scenario[] = [...modes, ...counts];
