import type { RowId } from '../coverage/behaviours/index.ts';
import { must, not, should } from '../rulings.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { journey, type Stop } from './journey.ts';

interface Mixture {
  readonly name: string;
  readonly title: string;
  readonly own: string;
  readonly stops: readonly [Stop, ...Stop[], Stop];
  readonly covers: readonly RowId[];
}

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const eitherOrder = (one: string, two: string, between = '; '): readonly string[] => [one + between + two, two + between + one];

const anew = 'Clients with a jar take every Cookie for their own, and compute it anew for each request.';

const oneField = must('rfc6265bis/one-cookie-field', not(...eitherOrder('own=caller', 'fresh=jar', ' | ')));

/** What the caller wrote and what the jar has, in one field. */
const together: readonly Ruling[] = [oneField, should('rfc9110/request-resent', eitherOrder('own=caller', 'fresh=jar'), anew)];

/** No standard lets a caller write Cookie beside a jar; what is left is practice. */
const jarFirst: readonly Ruling[] = [
  should('convention/jar-replaces-the-callers-cookie', eitherOrder('own=caller', 'seen=jar'), anew),
];

const mixtures: readonly Mixture[] = [
  {
    name: 'own-and-fresh',
    title: 'A Cookie of the caller, and a redirect that sets another',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: target, gets: together },
    ],
    covers: ['ck-fresh-plus-user-same-host'],
  },
  {
    name: 'own-of-the-same-name',
    title: 'A Cookie of the caller, and a redirect that sets one of its two anew',
    own: 'seen=caller; own=caller',
    stops: [
      { at: start, sets: ['seen=jar'] },
      { at: target, gets: jarFirst },
    ],
    covers: ['ck-user-header-no-duplicate', 'ck-jar-beats-header'],
  },
  {
    name: 'own-not-gathered',
    title: 'A Cookie of the caller, and a redirect that sets it anew, twice',
    own: 'own=caller; seen=caller',
    stops: [
      { at: start, sets: ['seen=jar'] },
      { at: '{home}/middle', sets: ['seen=jar'] },
      { at: target, gets: jarFirst },
    ],
    covers: ['ck-user-header-no-duplicate', 'ck-jar-beats-header'],
  },
  {
    name: 'own-and-jar-to-another-host',
    title: 'A Cookie of the caller and one of the jar, on a redirect to another host',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      {
        at: '{other}/target',
        gets: [
          must('fetch/cookies-of-the-current-url', not('fresh=jar', ...eitherOrder('own=caller', 'fresh=jar'))),
          must('rfc6265bis/cookie-to-its-host', not('fresh=jar', ...eitherOrder('own=caller', 'fresh=jar'))),
          should(
            'rfc9110/caller-credentials-considered',
            'absent',
            'The client is asked to consider the removal, not to remove.',
          ),
          must('strict/credentials-stay-at-their-origin', 'absent'),
        ],
      },
    ],
    covers: ['ck-jar-not-other-host'],
  },
];

/** The caller writes a Cookie field itself, although the client has a jar. */
export const callers: readonly Scenario[] = mixtures.map(({ own, ...rest }) =>
  journey({ ...rest, call: { headers: [['Cookie', own]] } }),
);
