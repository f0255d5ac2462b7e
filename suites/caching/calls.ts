import { handedOver } from '../redirect-modes/manual.ts';
import { anyError, anyErrorButALoop, may, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario } from '../vocabulary/scenario.ts';
import { arrived, arrives, asked, followed, fresh, get, start, target } from './parts.ts';

const routes: Routes = { [start]: { status: 301, location: target, headers: fresh }, [target]: arrived };

const reusable = may('rfc9111/fresh-is-reused', ['1', '2']);

const refuses = (call?: number): Check => ({
  fact: { kind: 'outcome', ...(call && { call }) },
  rulings: [must('fetch/error-mode-refuses', anyError)],
});

const hands = (call?: number): Check => ({
  fact: { kind: 'outcome', ...(call && { call }) },
  rulings: handedOver(301),
});

/** What a call asks for holds for a redirect out of the cache as well. */
const modes: readonly Scenario[] = [
  scenario({
    id: 'caching/manual-then-default',
    title: 'A fresh redirect that is not to be followed, then one that is',
    needs: ['cache'],
    routes,
    calls: [{ ...get(start), redirect: 'manual' }, get(start)],
    covers: ['ca-hit-follows'],
    checks: [hands(), arrives(301), asked(start, [reusable])],
  }),
  scenario({
    id: 'caching/default-then-manual',
    title: 'A fresh redirect that is followed, then one that is not to be',
    needs: ['cache'],
    routes,
    calls: [get(start), { ...get(start), redirect: 'manual' }],
    covers: ['ca-hit-follows'],
    checks: [followed(301), hands(2), asked(start, [reusable])],
  }),
  scenario({
    id: 'caching/error-then-default',
    title: 'A fresh redirect that is to be an error, then one that is followed',
    needs: ['cache'],
    routes,
    calls: [{ ...get(start), redirect: 'error' }, get(start)],
    covers: ['ca-error-mode-still-caches'],
    checks: [refuses(), arrives(301), asked(start, [reusable])],
  }),
  scenario({
    id: 'caching/default-then-error',
    title: 'A fresh redirect that is followed, then one that is to be an error',
    needs: ['cache'],
    routes,
    calls: [get(start), { ...get(start), redirect: 'error' }],
    covers: ['ca-hit-follows'],
    checks: [followed(301), refuses(2)],
  }),
];

const a: Place = '{home}/a';
const b: Place = '{home}/b';
const c: Place = '{home}/c';

/** A redirect counts whether the server was asked for it or not. */
const counts: readonly Scenario[] = [
  scenario({
    id: 'caching/cycle',
    title: 'Two fresh redirects that lead to each other',
    needs: ['cache'],
    routes: { [a]: { status: 301, location: b, headers: fresh }, [b]: { status: 301, location: a, headers: fresh } },
    call: get(a),
    covers: ['cl-cache-hops-count'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/only-the-count-stops', anyErrorButALoop),
          must('adr-016/rule-8', 'error: redirect-loop'),
          should('rfc9110/cycles-broken', not('cut off after 100 requests')),
        ],
      },
    ],
  }),
  scenario({
    id: 'caching/limit',
    title: 'Three fresh redirects that are followed, then with a limit of two',
    needs: ['cache'],
    routes: {
      [a]: { status: 301, location: b, headers: fresh },
      [b]: { status: 301, location: c, headers: fresh },
      [c]: { status: 301, location: target, headers: fresh },
      [target]: arrived,
    },
    calls: [get(a), { ...get(a), maxRedirects: 2 }],
    covers: ['cl-cache-hops-count'],
    checks: [
      followed(301),
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

export const calls: readonly Scenario[] = [...modes, ...counts];
