import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { anyOrigin, arrived, redirectTo, start, target } from './places.ts';

/** A page at `home`. */
const page = { at: '{home}' } as const;

const reached = (to: PathPlace): Check => ({
  fact: { kind: 'followed', to },
  rulings: [must('fetch/follows-by-default', 'followed')],
});

const refused: Check = { fact: { kind: 'outcome' }, rulings: [must('fetch/cors-check-of-every-response', 'any error')] };

const neverAsked = (at: PathPlace): Check => ({
  fact: { kind: 'requests', at },
  rulings: [must('fetch/cors-check-of-every-response', '0')],
});

const origin = (at: PathPlace, value: '{home}' | 'null'): Check => ({
  fact: { kind: 'field', name: 'Origin', at },
  rulings: [must(value === 'null' ? 'fetch/origin-null-when-tainted' : 'fetch/origin-of-the-page', value)],
});

const ofType = (type: 'basic' | 'cors'): Check => ({
  fact: { kind: 'response-header', name: 'Response-Type' },
  rulings: [must('fetch/type-of-the-response', type)],
});

/** Whether a page may read what a redirect leads to. */
export const corsChecks: readonly Scenario[] = [
  scenario({
    id: 'browser/same-origin',
    title: 'A redirect within the origin of the page',
    routes: { [start]: redirectTo('{home}/target'), '{home}/target': arrived() },
    call: { method: 'GET', url: start, page },
    checks: [reached('{home}/target'), ofType('basic')],
  }),
  scenario({
    id: 'browser/to-another-origin',
    title: 'A redirect to another origin, which lets the page read its answer',
    covers: ['cors-redirect-checked'],
    routes: { [start]: redirectTo(target), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: start, page },
    checks: [reached(target), origin(target, '{home}'), ofType('cors')],
  }),
  scenario({
    id: 'browser/to-another-origin-unreadable',
    title: 'A redirect to another origin, which lets no page read its answer',
    covers: ['cors-redirect-checked'],
    routes: { [start]: redirectTo(target), [target]: arrived() },
    call: { method: 'GET', url: start, page },
    checks: [refused, { fact: { kind: 'requests', at: target }, rulings: [] }],
  }),
  scenario({
    id: 'browser/redirect-unreadable',
    title: 'A redirect by another origin that lets no page read it, to an answer that pages may read',
    covers: ['cors-redirect-checked'],
    routes: { '{other}/start': redirectTo('{other}/target'), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: '{other}/start', page },
    checks: [refused, neverAsked(target)],
  }),
  scenario({
    id: 'browser/redirect-readable',
    title: 'A redirect by another origin that pages may read, within that origin',
    covers: ['cors-redirect-checked'],
    routes: { '{other}/start': redirectTo('{other}/target', anyOrigin), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: '{other}/start', page },
    checks: [reached(target), origin(target, '{home}'), ofType('cors')],
  }),
  scenario({
    id: 'browser/there-and-back',
    title: 'A redirect to another origin and one back to the origin of the page, which allows every origin',
    covers: ['cors-back-to-origin'],
    routes: {
      [start]: redirectTo('{other}/middle'),
      '{other}/middle': redirectTo('{home}/target', anyOrigin),
      '{home}/target': arrived(anyOrigin),
    },
    call: { method: 'GET', url: start, page },
    checks: [reached('{home}/target'), origin('{other}/middle', '{home}'), origin('{home}/target', 'null'), ofType('cors')],
  }),
  scenario({
    id: 'browser/there-and-back-unreadable',
    title: 'A redirect to another origin and one back to the origin of the page, which allows no origin',
    covers: ['cors-back-to-origin'],
    routes: {
      [start]: redirectTo('{other}/middle'),
      '{other}/middle': redirectTo('{home}/target', anyOrigin),
      '{home}/target': arrived(),
    },
    call: { method: 'GET', url: start, page },
    checks: [refused, origin('{home}/target', 'null')],
  }),
  scenario({
    id: 'browser/back-to-itself-by-name',
    title: 'A redirect to another origin and one back, which allows the origin of the page by its name',
    covers: ['cors-back-to-origin'],
    routes: {
      [start]: redirectTo('{other}/middle'),
      '{other}/middle': redirectTo('{home}/target', anyOrigin),
      '{home}/target': arrived([['Access-Control-Allow-Origin', '{home}']]),
    },
    call: { method: 'GET', url: start, page },
    checks: [refused],
  }),
  scenario({
    id: 'browser/to-a-third-origin',
    title: 'A redirect by another origin to a third one',
    routes: { '{other}/start': redirectTo('{sub}/target', anyOrigin), '{sub}/target': arrived(anyOrigin) },
    call: { method: 'GET', url: '{other}/start', page },
    checks: [reached('{sub}/target'), origin('{sub}/target', 'null'), ofType('cors')],
  }),
  scenario({
    id: 'browser/manual-unreadable',
    title: 'A redirect by another origin that lets no page read it, in redirect mode manual',
    covers: ['rm-cors-manual-error'],
    routes: { '{other}/start': redirectTo('{other}/target'), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: '{other}/start', redirect: 'manual', page },
    checks: [refused, neverAsked(target)],
  }),
  scenario({
    id: 'browser/manual-readable',
    title: 'A redirect by another origin that pages may read, in redirect mode manual',
    covers: ['rm-cors-manual-error'],
    routes: { '{other}/start': redirectTo('{other}/target', anyOrigin), [target]: arrived(anyOrigin) },
    call: { method: 'GET', url: '{other}/start', redirect: 'manual', page },
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('fetch/manual-mode-is-opaque', 'returned 0')] },
      {
        fact: { kind: 'response-header', name: 'Response-Type' },
        rulings: [must('fetch/opaque-redirect', 'opaqueredirect')],
      },
    ],
  }),
];
