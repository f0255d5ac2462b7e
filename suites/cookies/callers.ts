import { must, not, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type CookieChain, toCookieScenario } from './cookie-chain.ts';

interface Row extends CookieChain {
  /** The Cookie field of the caller. */
  readonly own: string;
}

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const eitherOrder = (one: string, two: string, between = '; '): readonly string[] => [one + between + two, two + between + one];

const computed = 'Clients with a jar treat the Cookie field as their own and generate it again for each request.';

const oneField = must('rfc6265bis/one-cookie-field', not(...eitherOrder('own=caller', 'fresh=jar', ' | ')));

/** The cookies of the caller and those of the jar, in one field. */
const together: readonly RulingOn<'field'>[] = [
  oneField,
  should('rfc9110/request-resent', eitherOrder('own=caller', 'fresh=jar'), computed),
];

/** No standard lets a caller set Cookie in addition to a jar, so only practice rules. */
const jarFirst: readonly RulingOn<'field'>[] = [
  should('convention/jar-replaces-the-callers-cookie', eitherOrder('own=caller', 'seen=jar'), computed),
];

const rows: readonly Row[] = [
  {
    name: 'own-and-fresh',
    title: 'A Cookie field of the caller, and a redirect that sets another cookie',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: target, gets: together },
    ],
    covers: ['ck-fresh-plus-user-same-host'],
  },
  {
    name: 'own-of-the-same-name',
    title: 'A Cookie field of the caller with two cookies, and a redirect that sets one of them again',
    own: 'seen=caller; own=caller',
    stops: [
      { at: start, sets: ['seen=jar'] },
      { at: target, gets: jarFirst },
    ],
    covers: ['ck-user-header-no-duplicate', 'ck-jar-beats-header'],
  },
  {
    name: 'own-not-gathered',
    title: 'A Cookie field of the caller with two cookies, and two redirects that set one of them again',
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
    title: 'A cookie of the caller and one of the jar, on a redirect to another host',
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
            'RFC 9110 asks a client to consider the removal, not to remove.',
          ),
          must('strict/credentials-stay-at-their-origin', 'absent'),
        ],
      },
    ],
    covers: ['ck-jar-not-other-host'],
  },
];

/** The caller sets a Cookie field, although the client has a jar. */
export const callersCookies: readonly Scenario[] = rows.map(({ own, ...chain }) =>
  toCookieScenario({ ...chain, call: { headers: [['Cookie', own]] } }),
);
