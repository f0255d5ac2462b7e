import type { RowId } from '../coverage/behaviours/index.ts';
import { must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { after, chain } from './chain.ts';

const arrives: readonly Ruling[] = [
  must('adr-016/rule-9', 'returned 200'),
  should('convention/limit-is-inclusive', 'returned 200'),
];

/** Nobody demands an error of every client: some hand over the redirect at which they stopped. */
const stops: readonly Ruling[] = [
  must('adr-016/rule-9', 'error: too-many-redirects'),
  should('convention/limit-is-inclusive', not('returned 200')),
  should('convention/limit-error-is-told-apart', not('error: connection', 'error: timeout', 'error: other')),
];

interface Row {
  readonly limit: number;
  readonly redirects: number;
  readonly outcome: readonly Ruling[];
  readonly requests?: readonly Ruling[];
  readonly covers: readonly RowId[];
}

/** Fetch knows no limit that a caller could set, and RFC 9110 no limit at all. */
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

const requestsCheck = (rulings: readonly Ruling[]): Check => ({ fact: { kind: 'requests' }, rulings });

const limited = ({ limit, redirects, outcome, requests, covers }: Row): Scenario =>
  scenario({
    id: `chain-limits/limit-${limit}-chain-${redirects}`,
    title: `A chain of ${redirects} redirects with a limit of ${limit}`,
    routes: chain(redirects),
    call: { method: 'GET', url: after(0), maxRedirects: limit },
    covers,
    checks: [{ fact: { kind: 'outcome' }, rulings: outcome }, ...(requests ? [requestsCheck(requests)] : [])],
  });

const noLocation: Scenario = scenario({
  id: 'chain-limits/limit-3-then-no-location',
  title: 'A redirect without Location after three others, with a limit of 3',
  routes: chain(3, { status: 302, body: 'nowhere to go' }),
  call: { method: 'GET', url: after(0), maxRedirects: 3 },
  checks: [
    {
      fact: { kind: 'outcome' },
      given: { fact: { kind: 'followed', to: after(3) }, oneOf: ['followed'] },
      rulings: [
        must('fetch/missing-location-returned', 'returned 302'),
        should('rfc9110/redirect-needs-location', 'returned 302'),
        should('convention/no-location-no-limit', 'returned 302'),
      ],
    },
  ],
});

export const limits: readonly Scenario[] = [...rows.map(limited), noLocation];
