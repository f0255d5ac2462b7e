import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { anyOrigin, arrived, redirectTo, start, target } from './places.ts';

const anyMayTime = ['Timing-Allow-Origin', '*'] as const;

const reached = (to: PathPlace): Check => ({
  fact: { kind: 'followed', to },
  rulings: [must('fetch/follows-by-default', 'followed')],
});

const timing = (shown: 'shown' | 'zero'): Check => ({
  fact: { kind: 'response-header', name: 'Redirect-Timing' },
  rulings: [must(shown === 'shown' ? 'fetch/redirect-times' : 'fetch/redirect-times-need-permission', shown)],
});

/** What a page is told about the time that redirects took. */
export const timings: readonly Scenario[] = [
  scenario({
    id: 'browser/timing-same-origin',
    title: 'The resource timing of a redirect within the origin of the page',
    covers: ['hm-resource-timing'],
    routes: { [start]: redirectTo('{home}/target'), '{home}/target': arrived() },
    call: { method: 'GET', url: start, page: {} },
    checks: [reached('{home}/target'), timing('shown')],
  }),
  scenario({
    id: 'browser/timing-another-origin',
    title: 'The resource timing of a redirect to another origin, which does not allow it',
    covers: ['hm-resource-timing-tao'],
    routes: { [start]: redirectTo(target), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: start, page: {} },
    checks: [reached(target), timing('zero')],
  }),
  scenario({
    id: 'browser/timing-another-origin-allowed',
    title: 'The resource timing of a redirect to another origin, which allows it',
    covers: ['hm-resource-timing-tao'],
    routes: { [start]: redirectTo(target), [target]: arrived([...anyOrigin, anyMayTime]) },
    call: { method: 'GET', url: start, page: {} },
    checks: [reached(target), timing('shown')],
  }),
  scenario({
    id: 'browser/timing-one-of-two',
    title: 'The resource timing of two redirects of another origin, of which only the last answer allows it',
    covers: ['hm-resource-timing-tao'],
    routes: { '{other}/start': redirectTo('{other}/target', anyOrigin), [target]: arrived([...anyOrigin, anyMayTime]) },
    call: { method: 'GET', url: '{other}/start', page: { at: '{home}' } },
    checks: [reached(target), timing('zero')],
  }),
];
