import { following } from '../following.ts';
import { anyError, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario } from '../vocabulary/scenario.ts';

const routes: Routes = {
  '{home}/start': { status: 301, location: '{home}/middle' },
  '{home}/middle': { status: 302, location: '{home}/target' },
  '{home}/target': { status: 200, body: 'arrived' },
};

const obeyed = (value: string | readonly string[]) => [must('common/options-are-obeyed', value)] as const;

const field = (name: string, at: Place, value: string): Check => ({ fact: { kind: 'field', name, at }, rulings: obeyed(value) });

/** A function of the caller that is told of each redirect before it is followed. */
export const told: readonly Scenario[] = [
  scenario({
    id: 'options/told',
    title: 'The caller is told of each redirect, in order, once',
    covers: ['hm-events', 'hm-hook-arguments'],
    routes,
    call: { method: 'GET', url: '{home}/start', onRedirect: {} },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      { fact: { kind: 'told' }, rulings: obeyed('301 /start, 302 /middle') },
    ],
  }),
  scenario({
    id: 'options/told-nothing',
    title: 'The caller is told of no redirect where there is none',
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
      field('X-Hop', '{home}/start', 'absent'),
      field('X-Hop', '{home}/middle', 'added'),
    ],
  }),
  scenario({
    id: 'options/adds-a-field-through-a-proxy',
    title: 'The caller adds a field to each request that follows a redirect, all of them through a proxy',
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
      field('X-Hop', '{home}/middle', 'added'),
      { fact: { kind: 'route', at: '{home}/middle' }, rulings: obeyed(['via proxy', 'via proxy, by tunnel']) },
    ],
  }),
  ...([1, 2] as const).map((throwAt) =>
    scenario({
      id: `options/throws-at-${throwAt}`,
      title: `The caller throws when it is told of redirect ${throwAt}`,
      covers: ['e-hook-throws', 'cl-custom-policy-count', 'rm-predicate'],
      routes,
      call: { method: 'GET', url: '{home}/start', onRedirect: { throwAt } },
      checks: [
        { fact: { kind: 'outcome' }, rulings: obeyed(anyError) },
        { fact: { kind: 'requests' }, rulings: obeyed(String(throwAt)) },
      ],
    }),
  ),
];
