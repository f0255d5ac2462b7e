import { following } from '../rulings/following.ts';
import { atLeast, must, not } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { ExpectableOf } from '../vocabulary/fact.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';

export const redirectPlace: Place = '{home}/start';
export const targetPlace: Place = '{home}/target';

/** Fresh for an hour. Every call has Authorization, so a shared cache would store nothing without `public`. */
export const freshFields: HeaderFields = [['Cache-Control', 'public, max-age=3600']];

export const noStoreFields: HeaderFields = [['Cache-Control', 'no-store']];

/** Fresh for an hour, with one more field. */
export const freshFieldsWith = (name: string, value: string): HeaderFields => [...freshFields, [name, value]];

/** The end of a chain that is requested each time, so that each arrival is recorded. */
export const uncachedPage: Response = { status: 200, headers: noStoreFields, body: 'arrived' };

/** The end of a chain that may come from the cache. */
export const cacheablePage: Response = { status: 200, headers: freshFields, body: 'arrived' };

export const getOf = (url: Place): Call => ({ method: 'GET', url });

type Status = keyof typeof following;

/** Whether the client follows the redirect in its first call. */
export const firstFollows = (status: Status, to: Place = targetPlace): CheckOf<'followed'> => ({
  fact: { kind: 'followed', to },
  rulings: following[status],
});

const asOutcome = (value: ExpectableOf<'followed'>): ExpectableOf<'outcome'> => (value === 'followed' ? 'returned 200' : value);

/** The rulings on following, for the outcome of a call: `followed` becomes `returned 200`. */
const arrivalRulings = (status: Status): readonly RulingOn<'outcome'>[] =>
  following[status].map(({ expect, ...ruling }: RulingOn<'followed'>): RulingOn<'outcome'> => {
    if ('oneOf' in expect) return { ...ruling, expect: { oneOf: expect.oneOf.map(asOutcome) } };
    if ('noneOf' in expect) return { ...ruling, expect: { noneOf: expect.noneOf.map(asOutcome) } };
    return { ...ruling, expect };
  });

/** The second call follows its redirect, whether the redirect comes from the cache or from the server. */
export const secondArrives = (status: Status): CheckOf<'outcome'> => ({
  fact: { kind: 'outcome', call: 2 },
  rulings: arrivalRulings(status),
});

/** If the first call arrives, the second call arrives as well. */
export const secondArrivesAgain = (status: Status): CheckOf<'outcome'> => ({
  ...secondArrives(status),
  given: { fact: { kind: 'outcome' }, oneOf: [status === 300 ? 'returned 300' : 'returned 200'] },
});

/** How many requests a place got, once the last call has returned a response. */
export const requestCount = (at: Place, rulings: readonly RulingOn<'requests'>[], call = 2): CheckOf<'requests'> => ({
  fact: { kind: 'requests', at },
  given: { fact: { kind: 'settled', call }, oneOf: ['response'] },
  rulings,
});

/** How many requests a place got, once the last call has arrived at the end of its chain. */
export const requestCountOnArrival = (at: Place, rulings: readonly RulingOn<'requests'>[]): CheckOf<'requests'> => ({
  fact: { kind: 'requests', at },
  given: { fact: { kind: 'outcome', call: 2 }, oneOf: ['returned 200'] },
  rulings,
});

/** The caller of the second call got what this place has sent, and not what the cache has stored for another URL. */
export const receivesBody = (from: Place): CheckOf<'response-body'> => ({
  fact: { kind: 'response-body', from, call: 2 },
  given: { fact: { kind: 'outcome', call: 2 }, oneOf: ['returned 200'] },
  rulings: [must('rfc9111/reused-only-if-it-fits', not('other bytes'))],
});

/** The end of the chain has `no-store`. */
export const targetRequestedTwice: CheckOf<'requests'> = requestCountOnArrival(targetPlace, [
  must('rfc9111/no-store-not-stored', atLeast(2)),
]);
