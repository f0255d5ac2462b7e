import type { RowId } from '../coverage/behaviours/index.ts';
import { atLeast, may, must, should } from '../rulings/ruling.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { chainOf, limitErrorIsClear, placeAfter } from './chain.ts';
import { noLocationByDefault } from './no-location.ts';
import { type Variant, variants } from './variants.ts';

const limitReached = 'error: too-many-redirects';

const measured: Scenario = scenario({
  id: 'chain-limits/default',
  title: 'How many redirects are followed by default, and what happens at the limit',
  routes: chainOf(60),
  call: { method: 'GET', url: placeAfter(0) },
  covers: ['cl-default-number', 'cl-exceed-error-or-return', 'e-error-shape'],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [must('fetch/twenty-redirects', 'any error'), must('adr-016/rule-9', limitReached), limitErrorIsClear],
    },
    {
      fact: { kind: 'requests' },
      given: { fact: { kind: 'followed', to: placeAfter(1) }, oneOf: ['followed'] },
      rulings: [
        must('fetch/twenty-redirects', '21'),
        may(
          'rfc9110/some-stop-at-five',
          atLeast(6),
          'RFC 9110 mentions the limit of five of an earlier version of HTTP, for servers; no text requires it of a client.',
        ),
        must('adr-016/rule-9', '31'),
      ],
    },
  ],
});

interface Row {
  readonly redirects: number;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly RulingOn<'outcome'>[];
}

/** RFC 9110 does not specify a number. */
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
    rulings: [must('fetch/twenty-redirects', 'any error'), must('adr-016/rule-9', 'returned 200')],
  },
  { redirects: 30, rulings: [must('fetch/twenty-redirects', 'any error'), must('adr-016/rule-9', 'returned 200')] },
  { redirects: 31, rulings: [must('fetch/twenty-redirects', 'any error'), must('adr-016/rule-9', limitReached)] },
];

const history = (redirects: number): CheckOf<'history'> => {
  const inOrder = Array.from({ length: redirects }, (_, index) => `302 ${placeAfter(index)}`).join(', ');
  return {
    fact: { kind: 'history' },
    given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
    rulings: [must('adr-016/rule-7', inOrder), should('convention/history-in-order', inOrder)],
  };
};

const toScenario = ({ redirects, covers, rulings }: Row): Scenario =>
  scenario({
    id: `chain-limits/exactly-${redirects}`,
    title: `A chain of ${redirects} redirects`,
    routes: chainOf(redirects),
    call: { method: 'GET', url: placeAfter(0) },
    ...(covers && { covers }),
    checks: [{ fact: { kind: 'outcome' }, rulings }, ...(redirects === 5 ? [history(redirects)] : [])],
  });

const severalCalls: Scenario = scenario({
  id: 'chain-limits/seven-calls',
  title: 'Seven calls in sequence, with five redirects each',
  routes: chainOf(5),
  calls: Array.from({ length: 7 }, () => ({ method: 'GET', url: placeAfter(0) })),
  checks: [
    {
      fact: { kind: 'outcome', call: 7 },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] },
      rulings: [must('common/calls-are-independent', 'returned 200')],
    },
  ],
});

const ofVariant = (variant: Variant): Scenario =>
  scenario({
    id: `chain-limits/exactly-21-${variant.name}`,
    title: `A chain of 21 redirects: ${variant.title}`,
    routes: chainOf(21, undefined, variant),
    call: { method: 'GET', url: placeAfter(0, variant), ...variant.call },
    covers: ['cl-20-ok-21-fail'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [must('fetch/twenty-redirects', 'any error'), must('adr-016/rule-9', 'returned 200')],
      },
      { fact: { kind: 'requests' }, rulings: [must('fetch/twenty-redirects', '21'), must('adr-016/rule-9', '22')] },
    ],
  });

export const defaults: readonly Scenario[] = [
  measured,
  ...rows.map(toScenario),
  ...variants.filter(({ name }) => /^(post|https|two-hosts)$/.test(name)).map(ofVariant),
  noLocationByDefault,
  severalCalls,
];
