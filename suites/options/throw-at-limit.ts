import { must } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const routes: Routes = {
  '{home}/start': { status: 302, location: '{home}/second' },
  '{home}/second': { status: 302, location: '{home}/third' },
  '{home}/third': { status: 302, location: '{home}/target' },
  '{home}/target': { status: 200, body: 'arrived' },
};

interface Row {
  readonly maxRedirects: 1 | 2 | 3;
  readonly title: string;
  readonly outcome: 'any error' | 'returned 200';
  readonly requests: '2' | '3' | '4';
}

const rows: readonly Row[] = [
  { maxRedirects: 1, title: 'three redirects where one is allowed', outcome: 'any error', requests: '2' },
  { maxRedirects: 2, title: 'three redirects where two are allowed', outcome: 'any error', requests: '3' },
  { maxRedirects: 3, title: 'three redirects where three are allowed', outcome: 'returned 200', requests: '4' },
];

/** By default such a client returns the redirect at its limit. With the option that is an error. */
export const errorsAtTheLimit: readonly Scenario[] = rows.map(({ maxRedirects, title, outcome, requests }) =>
  scenario({
    id: `options/throws-at-limit-${maxRedirects}`,
    title: `An error at the limit by an option, and ${title}`,
    covers: ['cl-exceed-error-or-return'],
    routes,
    call: { method: 'GET', url: '{home}/start', maxRedirects, throwAtLimit: true },
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('common/options-are-obeyed', outcome)] },
      { fact: { kind: 'requests' }, rulings: [must('common/options-are-obeyed', requests)] },
    ],
  }),
);
