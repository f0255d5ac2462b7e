import type { RowId } from '../coverage/behaviours/index.ts';
import { anyError, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { after, chain } from './chain.ts';

const refused = 'error: too-many-redirects';

const measured: Scenario = scenario({
  id: 'chain-limits/default',
  title: 'How many redirects are followed by default, and what comes then',
  routes: chain(60),
  call: { method: 'GET', url: after(0) },
  covers: ['cl-default-number', 'cl-exceed-error-or-return', 'e-error-shape'],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [
        must('fetch/twenty-redirects', anyError),
        must('adr-016/rule-9', refused),
        should('convention/limit-error-is-told-apart', not('error: connection', 'error: timeout', 'error: other')),
      ],
    },
    {
      fact: { kind: 'requests' },
      given: { fact: { kind: 'followed', to: after(1) }, oneOf: ['followed'] },
      rulings: [
        must('fetch/twenty-redirects', '21'),
        should(
          'rfc9110/some-stop-at-five',
          { atLeast: 6 },
          'The five are a memory of an earlier HTTP, addressed to servers; no text demands them of a client.',
        ),
        must('adr-016/rule-9', '31'),
      ],
    },
  ],
});

interface Row {
  readonly redirects: number;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly Ruling[];
}

/** RFC 9110 names no number. */
const rows: readonly Row[] = [
  {
    redirects: 5,
    covers: ['hm-history-order'],
    rulings: [
      must('fetch/twenty-redirects', 'returned 200'),
      must('adr-016/rule-9', 'returned 200'),
      should('convention/five-redirects', ['returned 200', 'returned 302']),
    ],
  },
  {
    redirects: 20,
    covers: ['cl-20-ok-21-fail'],
    rulings: [must('fetch/twenty-redirects', 'returned 200'), must('adr-016/rule-9', 'returned 200')],
  },
  {
    redirects: 21,
    covers: ['cl-20-ok-21-fail'],
    rulings: [must('fetch/twenty-redirects', anyError), must('adr-016/rule-9', 'returned 200')],
  },
  { redirects: 30, rulings: [must('fetch/twenty-redirects', anyError), must('adr-016/rule-9', 'returned 200')] },
  { redirects: 31, rulings: [must('fetch/twenty-redirects', anyError), must('adr-016/rule-9', refused)] },
];

const history = (redirects: number): Check => {
  const inOrder = Array.from({ length: redirects }, (_, index) => `302 /${index}`).join(', ');
  return {
    fact: { kind: 'history' },
    given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
    rulings: [must('adr-016/rule-7', inOrder), should('convention/history-in-order', inOrder)],
  };
};

const exactly = ({ redirects, covers, rulings }: Row): Scenario =>
  scenario({
    id: `chain-limits/exactly-${redirects}`,
    title: `A chain of ${redirects} redirects`,
    routes: chain(redirects),
    call: { method: 'GET', url: after(0) },
    ...(covers && { covers }),
    checks: [{ fact: { kind: 'outcome' }, rulings }, ...(redirects === 5 ? [history(redirects)] : [])],
  });

const noLocation: Scenario = scenario({
  id: 'chain-limits/no-location-after-20',
  title: 'A redirect without Location after twenty others',
  routes: chain(20, { status: 302, body: 'nowhere to go' }),
  call: { method: 'GET', url: after(0) },
  checks: [
    {
      fact: { kind: 'outcome' },
      given: { fact: { kind: 'followed', to: after(20) }, oneOf: ['followed'] },
      rulings: [
        must('fetch/missing-location-returned', 'returned 302'),
        should('rfc9110/redirect-needs-location', 'returned 302'),
        should('convention/no-location-no-limit', 'returned 302'),
      ],
    },
  ],
});

const severalCalls: Scenario = scenario({
  id: 'chain-limits/seven-calls',
  title: 'Seven calls, one after the other, of five redirects each',
  routes: chain(5),
  calls: Array.from({ length: 7 }, () => ({ method: 'GET', url: after(0) })),
  checks: [
    {
      fact: { kind: 'outcome', call: 7 },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
      rulings: [must('common/calls-are-independent', 'returned 200')],
    },
  ],
});

export const defaults: readonly Scenario[] = [measured, ...rows.map(exactly), noLocation, severalCalls];
