import { following, followingDown } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { CheckOf, Expected } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, index) => index);

/** A redirect at each place but the last. */
const chainOf = (places: readonly Place[], end: string, body?: string): Routes =>
  Object.fromEntries(
    places.map((place, index) => {
      const location = places[index + 1];
      return [place, location ? { status: 302, location, ...(body && { body }) } : { status: 200, body: end }];
    }),
  );

interface Chain {
  readonly call: number;
  readonly start: Place;
  readonly target: Place;
  readonly routes: Routes;
}

/** Eight redirects that change between https and http. The last answer names its call, so that answers cannot be mixed up. */
const toChain = (call: number): Chain => {
  const placeOf = (hop: number): Place => `{${hop % 2 === 0 ? 'home' : 'home-tls'}}/${call}/${hop}`;
  return { call, start: placeOf(0), target: placeOf(8), routes: chainOf(upTo(8).map(placeOf), `the end of chain ${call}`) };
};

const chains = [1, 2, 3, 4, 5, 6].map(toChain);

const followedToTheEnd = ({ call, target }: Chain): CheckOf<'followed'> => ({
  fact: { kind: 'followed', to: target, call },
  rulings: followingDown(302),
});

const ownAnswer = ({ call, target }: Chain): CheckOf<'response-body'> => ({
  fact: { kind: 'response-body', from: target, call },
  given: { fact: { kind: 'outcome', call }, oneOf: ['returned 200'] },
  rulings: [must('common/response-is-one', 'same bytes')],
});

const atMost = (count: number): Expected<never> => ({ atMost: count });

const start: Place = '{home}/0';
const target: Place = '{home}/10';

/** Many calls at the same time, and many redirects in sequence. */
export const manyRequests: readonly Scenario[] = [
  scenario({
    id: 'connections/at-once',
    title: 'Six calls at the same time, each through eight redirects between http and https',
    covers: ['cl-many-parallel', 'tls-mixed-chain'],
    atOnce: true,
    routes: Object.fromEntries(chains.flatMap(({ routes }) => Object.entries(routes))),
    calls: chains.map((chain) => ({ method: 'GET', url: chain.start })),
    checks: chains.flatMap((chain) => [followedToTheEnd(chain), ownAnswer(chain)]),
  }),
  scenario({
    id: 'connections/fifty-hops',
    title: 'Five calls with ten redirects each: how many connections stay open',
    routes: chainOf(
      upTo(10).map((hop): Place => `{home}/${hop}`),
      'arrived',
      'moved',
    ),
    calls: Array.from({ length: 5 }, () => ({ method: 'GET', url: start })),
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'left-open', to: 'home' }, rulings: [should('common/nothing-piles-up', atMost(2))] },
    ],
  }),
];
