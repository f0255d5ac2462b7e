import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const within: Place = '{home}/target';
const away: Place = '{other}/target';

const nothing = ['absent'] as const;
const originOnly = ['absent', '{home}/'] as const;

interface Row {
  readonly name: string;
  readonly policy: string;
  readonly to: Place;
  readonly allowed: readonly string[];
  readonly covers?: readonly RowId[];
}

const parsing: readonly RowId[] = ['ref-policy-parsing'];

/** Policies that allow the whole URL forbid nothing, so they are left out. */
const rows: readonly Row[] = [
  { name: 'no-referrer', policy: 'no-referrer', to: within, allowed: nothing },
  { name: 'origin', policy: 'origin', to: within, allowed: originOnly },
  { name: 'strict-origin', policy: 'strict-origin', to: within, allowed: originOnly },
  { name: 'no-referrer-away', policy: 'no-referrer', to: away, allowed: nothing },
  { name: 'same-origin-away', policy: 'same-origin', to: away, allowed: nothing },
  { name: 'origin-away', policy: 'origin', to: away, allowed: originOnly },
  { name: 'strict-origin-away', policy: 'strict-origin', to: away, allowed: originOnly },
  {
    name: 'origin-when-cross-origin-away',
    policy: 'origin-when-cross-origin',
    to: away,
    allowed: originOnly,
    covers: ['ref-owco-after-hop'],
  },
  {
    name: 'strict-origin-when-cross-origin-away',
    policy: 'strict-origin-when-cross-origin',
    to: away,
    allowed: originOnly,
  },
  { name: 'known-after-unknown', policy: 'sesame, no-referrer', to: within, allowed: nothing, covers: parsing },
  { name: 'unknown-after-known', policy: 'no-referrer, sesame', to: within, allowed: nothing, covers: parsing },
  { name: 'last-of-two', policy: 'unsafe-url, no-referrer', to: within, allowed: nothing, covers: parsing },
  { name: 'in-capitals', policy: 'NO-REFERRER', to: within, allowed: nothing, covers: parsing },
];

const toScenario = ({ name, policy, to, allowed, covers = ['ref-policy-matrix'] }: Row): Scenario =>
  scenario({
    id: `referrer/policy-${name}`,
    title: `Referrer-Policy: ${policy} in a 302 ${to === away ? 'to another host' : 'within the origin'}`,
    routes: {
      [start]: { status: 302, location: to, headers: [['Referrer-Policy', policy]] },
      [to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    covers: ['ref-policy-on-3xx', ...covers],
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      { fact: { kind: 'field', name: 'Referer', at: to }, rulings: [must('referrer-policy/set-on-redirect', allowed)] },
    ],
  });

const middle: Place = '{home}/middle';

/** The policy of a redirect applies to all later requests of the chain. */
const lasting: Scenario = scenario({
  id: 'referrer/policy-lasts',
  title: 'Referrer-Policy: no-referrer in the first of two redirects',
  routes: {
    [start]: { status: 302, location: middle, headers: [['Referrer-Policy', 'no-referrer']] },
    [middle]: { status: 302, location: within },
    [within]: { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: start },
  covers: ['ref-policy-on-3xx'],
  checks: [
    { fact: { kind: 'followed', to: within }, rulings: following[302] },
    { fact: { kind: 'field', name: 'Referer', at: within }, rulings: [must('referrer-policy/set-on-redirect', nothing)] },
  ],
});

const page = '{home}/page';

/** In Fetch a field of the caller is not the referrer; some clients apply the policy to it anyway. */
const ownReferer: Scenario = scenario({
  id: 'referrer/policy-and-written-referer',
  title: 'Referrer-Policy: no-referrer in a 302, and a Referer set by the caller',
  routes: {
    [start]: { status: 302, location: within, headers: [['Referrer-Policy', 'no-referrer']] },
    [within]: { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: start, headers: [['Referer', page]] },
  covers: ['ref-policy-on-3xx', 'ref-user-kept'],
  checks: [
    { fact: { kind: 'followed', to: within }, rulings: following[302] },
    {
      fact: { kind: 'field', name: 'Referer', at: within },
      rulings: [may('fetch/referrer-policy-of-the-redirect', ['absent', page], 'Fetch does not let callers set Referer.')],
    },
  ],
});

/** `Referrer-Policy` in the redirect. */
export const referrerPolicies: readonly Scenario[] = [...rows.map(toScenario), lasting, ownReferer];
