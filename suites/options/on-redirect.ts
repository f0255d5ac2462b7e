import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Ruling, CheckOf } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const routes: Routes = {
  '{home}/start': { status: 301, location: '{home}/middle' },
  '{home}/middle': { status: 302, location: '{home}/target' },
  '{home}/target': { status: 200, body: 'arrived' },
};

const obeyed = <Value extends string>(...values: readonly Value[]): readonly Ruling<Value>[] => [
  must('common/options-are-obeyed', values),
];

const hopFieldAt = (at: Place, value: string): CheckOf<'field'> => ({
  fact: { kind: 'field', name: 'X-Hop', at },
  rulings: obeyed(value),
});

/** A function of the caller that is called before each redirect is followed. */
export const redirectHooks: readonly Scenario[] = [
  scenario({
    id: 'options/told',
    title: 'The function of the caller is called for each redirect, in order, once',
    covers: ['hm-events', 'hm-hook-arguments'],
    routes,
    call: { method: 'GET', url: '{home}/start', onRedirect: {} },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      { fact: { kind: 'told' }, rulings: obeyed('301 {home}/start, 302 {home}/middle') },
    ],
  }),
  scenario({
    id: 'options/told-nothing',
    title: 'The function of the caller is not called if there is no redirect',
    covers: ['hm-events'],
    routes: { '{home}/start': { status: 400 } },
    call: { method: 'GET', url: '{home}/start', onRedirect: {} },
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('fetch/redirect-statuses', 'returned 400')] },
      { fact: { kind: 'told' }, rulings: obeyed('none') },
    ],
  }),
  scenario({
    id: 'options/adds-a-field',
    title: 'The caller adds a field to each request that follows a redirect',
    covers: ['h-hook-adds-header-per-hop'],
    routes,
    call: { method: 'GET', url: '{home}/start', onRedirect: { add: [['X-Hop', 'added']] } },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      hopFieldAt('{home}/start', 'absent'),
      hopFieldAt('{home}/middle', 'added'),
    ],
  }),
  scenario({
    id: 'options/adds-a-field-through-a-proxy',
    title: 'The caller adds a field to each request that follows a redirect, through a proxy',
    covers: ['px-hook-and-proxy'],
    routes,
    call: {
      method: 'GET',
      url: '{home}/start',
      onRedirect: { add: [['X-Hop', 'added']] },
      proxy: { http: { at: 'proxy' }, https: { at: 'proxy' } },
    },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      hopFieldAt('{home}/middle', 'added'),
      { fact: { kind: 'route', at: '{home}/middle' }, rulings: obeyed('via proxy', 'via proxy, by tunnel') },
    ],
  }),
  ...([1, 2] as const).map((throwAt) =>
    scenario({
      id: `options/throws-at-${throwAt}`,
      title: `The function of the caller throws at redirect ${throwAt}`,
      covers: ['e-hook-throws', 'cl-custom-policy-count', 'rm-predicate'],
      routes,
      call: { method: 'GET', url: '{home}/start', onRedirect: { throwAt } },
      checks: [
        { fact: { kind: 'outcome' }, rulings: obeyed('any error') },
        { fact: { kind: 'requests' }, rulings: obeyed(`${throwAt}`) },
      ],
    }),
  ),
];
