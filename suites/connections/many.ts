import { following, followingDown } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Routes, Scenario } from '../vocabulary/scenario.ts';

const HOPS = 8;
const CALLS = 6;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Each step of a chain is at the other scheme. */
const stepOf = (call: number, hop: number): Place => `{${hop % 2 === 0 ? 'home' : 'home-tls'}}/${call}/${hop}`;

/** Eight redirects, and the number of the call at their end. */
const chainOf = (call: number): Routes => ({
  ...Object.fromEntries(
    numbers(HOPS).map((hop) => [stepOf(call, hop - 1), { status: 302, location: stepOf(call, hop) }] as const),
  ),
  [stepOf(call, HOPS)]: { status: 200, body: `the end of chain ${call}` },
});

const callOf = (call: number): Call => ({ method: 'GET', url: stepOf(call, 0) });

const followed = (call: number): Check => ({
  fact: { kind: 'followed', to: stepOf(call, HOPS), call },
  rulings: followingDown(302),
});

const ownAnswer = (call: number): Check => ({
  fact: { kind: 'response-body', from: stepOf(call, HOPS), call },
  given: { fact: { kind: 'outcome', call }, oneOf: ['returned 200'] },
  rulings: [must('common/response-is-one', 'same bytes')],
});

const TEN = 10;
const step = (hop: number): Place => `{home}/${hop}`;

/** Many calls at once, and many hops one after the other. */
export const many: readonly Scenario[] = [
  scenario({
    id: 'connections/at-once',
    title: 'Six calls at once, each through eight redirects between http and https',
    covers: ['cl-many-parallel', 'tls-mixed-chain'],
    atOnce: true,
    routes: Object.assign({}, ...numbers(CALLS).map(chainOf)) as Routes,
    calls: numbers(CALLS).map(callOf),
    checks: numbers(CALLS).flatMap((call) => [followed(call), ownAnswer(call)]),
  }),
  scenario({
    id: 'connections/fifty-hops',
    title: 'Five calls of ten redirects each: what is left open afterwards',
    routes: {
      ...Object.fromEntries(
        numbers(TEN).map((hop) => [step(hop - 1), { status: 302, location: step(hop), body: 'moved' }] as const),
      ),
      [step(TEN)]: { status: 200, body: 'arrived' },
    },
    calls: numbers(5).map(() => ({ method: 'GET', url: step(0) })),
    checks: [
      { fact: { kind: 'followed', to: step(TEN) }, rulings: following[302] },
      { fact: { kind: 'left-open', to: 'home' }, rulings: [should('common/nothing-piles-up', 'few')] },
    ],
  }),
];
