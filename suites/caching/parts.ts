import { following } from '../following.ts';
import { must, not } from '../rulings.ts';
import type { Check, Expected, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, HeaderFields, Response } from '../vocabulary/scenario.ts';

export const start: Place = '{home}/start';
export const target: Place = '{home}/target';

/** Fresh for an hour. Every call carries Authorization, so without `public` a shared cache would store nothing. */
export const fresh: HeaderFields = [['Cache-Control', 'public, max-age=3600']];

export const never: HeaderFields = [['Cache-Control', 'no-store']];

/** The same with more to say. */
export const freshWith = (name: string, value: string): HeaderFields => [...fresh, [name, value]];

/** The end of a chain that has to be asked for each time, so that each arrival is seen. */
export const arrived: Response = { status: 200, headers: never, body: 'arrived' };

/** The end of a chain that may be answered from the cache. */
export const keepable: Response = { status: 200, headers: fresh, body: 'arrived' };

export const get = (url: Place): Call => ({ method: 'GET', url });

/** That the server was asked at least so often. */
export const atLeast = (times: number): Expected => ({ atLeast: times });

/** Whether the client follows, by status; told by the first call. */
export const followed = (status: keyof typeof following, to: Place = target): Check => ({
  fact: { kind: 'followed', to },
  rulings: following[status],
});

const asOutcome = ({ expect, ...ruling }: Ruling): Ruling => ({
  ...ruling,
  expect: 'oneOf' in expect ? { oneOf: expect.oneOf.map((value) => (value === 'followed' ? 'returned 200' : value)) } : expect,
});

/** A redirect is followed by a later call of its own, whether the cache knows it or not. */
export const arrives = (status: keyof typeof following): Check => ({
  fact: { kind: 'outcome', call: 2 },
  rulings: following[status].map(asOutcome),
});

/** Where the first call arrives the second does as well, wherever its redirect comes from. */
export const arrivesAgain = (status: keyof typeof following): Check => ({
  ...arrives(status),
  given: { fact: { kind: 'outcome' }, oneOf: [status === 300 ? 'returned 300' : 'returned 200'] },
});

/** How often a place was asked, once the last call has come back. */
export const asked = (at: Place, rulings: readonly Ruling[], call = 2): Check => ({
  fact: { kind: 'requests', at },
  given: { fact: { kind: 'settled', call }, oneOf: ['response'] },
  rulings,
});

/** How often the end of a chain was asked, once a later call has arrived there. */
export const askedOnArrival = (at: Place, rulings: readonly Ruling[], call = 2): Check => ({
  fact: { kind: 'requests', at },
  given: { fact: { kind: 'outcome', call }, oneOf: ['returned 200'] },
  rulings,
});

/** What the caller of a later call got is what this place has sent, and not what the cache has of another. */
export const gets = (from: Place, call = 2): Check => ({
  fact: { kind: 'response-body', from, call },
  given: { fact: { kind: 'outcome', call }, oneOf: ['returned 200'] },
  rulings: [must('rfc9111/reused-only-if-it-fits', not('other bytes'))],
});

/** The end of the chain says no-store. */
export const targetAskedTwice: Check = askedOnArrival(target, [must('rfc9111/no-store-not-stored', atLeast(2))]);
