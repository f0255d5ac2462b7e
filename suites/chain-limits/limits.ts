import type { RowId } from '../coverage/behaviours/index.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { chainOf, limitErrorIsClear, placeAfter } from './chain.ts';
import { noLocationAtLimit } from './no-location.ts';
import { type Variant, variants } from './variants.ts';

const arrives: readonly RulingOn<'outcome'>[] = [
  must('adr-016/rule-9', 'returned 200'),
  should('convention/limit-is-inclusive', 'returned 200'),
];

/** Not every client has to report an error: some return the redirect at which they stopped. */
const stops: readonly RulingOn<'outcome'>[] = [
  must('adr-016/rule-9', 'error: too-many-redirects'),
  should('convention/limit-is-inclusive', not('returned 200')),
  limitErrorIsClear,
];

interface Row {
  readonly limit: number;
  readonly redirects: number;
  readonly outcome: readonly RulingOn<'outcome'>[];
  readonly requests?: readonly RulingOn<'requests'>[];
  readonly covers: readonly RowId[];
}

/** Fetch has no limit that a caller can set, and RFC 9110 has no limit at all. */
const rows: readonly Row[] = [
  { limit: 3, redirects: 2, outcome: arrives, covers: ['cl-configured-n'] },
  { limit: 3, redirects: 3, outcome: arrives, covers: ['cl-configured-n', 'cl-off-by-one'] },
  {
    limit: 3,
    redirects: 4,
    outcome: stops,
    requests: [must('adr-016/rule-9', '4'), should('convention/limit-is-inclusive', '4')],
    covers: ['cl-configured-n', 'cl-off-by-one', 'cl-exceed-error-or-return'],
  },
  { limit: 0, redirects: 0, outcome: arrives, covers: ['cl-zero'] },
  {
    limit: 0,
    redirects: 1,
    outcome: stops,
    requests: [must('adr-016/rule-9', '1'), should('convention/limit-zero-follows-none', '1')],
    covers: ['cl-zero'],
  },
  { limit: 40, redirects: 35, outcome: arrives, covers: ['cl-configured-n'] },
];

const requestsCheck = (rulings: readonly RulingOn<'requests'>[]): CheckOf<'requests'> => ({
  fact: { kind: 'requests' },
  rulings,
});

const toScenario = ({ limit, redirects, outcome, requests, covers }: Row): Scenario =>
  scenario({
    id: `chain-limits/limit-${limit}-chain-${redirects}`,
    title: `A chain of ${redirects} redirects with a limit of ${limit}`,
    routes: chainOf(redirects),
    call: { method: 'GET', url: placeAfter(0), maxRedirects: limit },
    covers,
    checks: [{ fact: { kind: 'outcome' }, rulings: outcome }, ...(requests ? [requestsCheck(requests)] : [])],
  });

const ofVariant = (variant: Variant, redirects: 2 | 3): Scenario =>
  scenario({
    id: `chain-limits/limit-2-chain-${redirects}-${variant.name}`,
    title: `A chain of ${redirects} redirects with a limit of 2: ${variant.title}`,
    routes: chainOf(redirects, undefined, variant),
    call: { method: 'GET', url: placeAfter(0, variant), maxRedirects: 2, ...variant.call },
    covers: ['cl-configured-n'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: redirects === 2 ? arrives : stops },
      requestsCheck([must('adr-016/rule-9', '3'), should('convention/limit-is-inclusive', '3')]),
    ],
  });

/** Limits that the caller sets. */
export const callerLimits: readonly Scenario[] = [
  ...rows.map(toScenario),
  ...variants.flatMap((variant) => [ofVariant(variant, 2), ofVariant(variant, 3)]),
  noLocationAtLimit,
];
