import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { sent } from './expected.ts';
import { journey, setting } from './journey.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Oddity {
  readonly name: string;
  readonly title: string;
  readonly sets: readonly Template[];
  readonly gets: readonly Ruling[];
  readonly refused?: true;
}

const both = ['seen; good=yes', 'good=yes; seen'] as const;

/** A cookie without a name, or an old client that ignores it; the cookie beside it is kept in either case. */
const nameless: readonly Ruling[] = [
  must('fetch/cookies-of-the-current-url', [...both, 'good=yes', 'absent']),
  should('fetch/set-cookie-of-any-response', [...both, 'good=yes']),
  must('rfc6265bis/cookie-from-the-store', [...both, 'good=yes', 'absent']),
  should('rfc6265bis/nameless-cookie', both, 'RFC 6265, which the draft replaces, ignores a cookie without a name.'),
];

const odd: readonly Oddity[] = [
  { name: 'without-equals', title: 'A Set-Cookie without =', sets: ['seen', 'good=yes'], gets: nameless, refused: true },
  { name: 'without-name', title: 'A Set-Cookie that begins with =', sets: ['=seen', 'good=yes'], gets: nameless, refused: true },
  { name: 'without-anything', title: 'A Set-Cookie of = alone', sets: ['=', 'good=yes'], gets: sent('good=yes'), refused: true },
  { name: 'without-value', title: 'A Set-Cookie with an empty value', sets: ['seen='], gets: sent('seen=') },
  { name: 'two-equals', title: 'A cookie with = in its value', sets: ['seen=a=b'], gets: sent('seen=a=b') },
  { name: 'quoted', title: 'A cookie in quotes, which are part of it', sets: ['seen="yes"'], gets: sent('seen="yes"') },
  { name: 'comma', title: 'A cookie with a comma, which ends nothing', sets: ['a=1, b=2'], gets: sent('a=1, b=2') },
  {
    name: 'attributes',
    title: 'A Set-Cookie with blanks, capitals and attributes that nobody knows',
    sets: ['seen=yes ; PATH = / ;; Colour=blue; Expires=someday; Max-Age=soon; httponly'],
    gets: sent('seen=yes', 'rfc6265bis/unknown-attributes-ignored'),
  },
];

const many = Array.from({ length: 50 }, (_, index) => `c${index}=${index === 0 ? '{secret:cookie}' : 'x'}`);

/** Cookies that are too many or too long to be told in full: only the one that matters is looked for. */
const large: readonly Scenario[] = [
  {
    name: 'fifty',
    title: 'A redirect that sets 50 cookies',
    sets: many,
    rulings: [should('rfc6265bis/fifty-cookies', 'sent')],
  },
  {
    name: 'too-long',
    title: 'A cookie of more than 4096 octets',
    sets: [`seen={secret:cookie}${'x'.repeat(4096)}`],
    rulings: [
      must('rfc6265bis/4096-octets', 'absent', 'RFC 6265, which the draft replaces, leaves the limit to the user agent.'),
    ],
  },
].map(({ name, title, sets, rulings }) =>
  scenario({
    id: `cookies/odd-${name}`,
    title,
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: target, headers: setting(sets) },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'canary', secret: 'cookie', at: target }, rulings },
    ],
  }),
);

export const oddities: readonly Scenario[] = [
  ...odd.map(({ name, sets, gets, ...rest }) =>
    journey({
      ...rest,
      name: `odd-${name}`,
      stops: [
        { at: start, sets },
        { at: target, gets },
      ],
    }),
  ),
  ...large,
];
