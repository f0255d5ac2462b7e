import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { cookieSent } from './expected.ts';
import { toCookieScenario, setCookieFields } from './cookie-chain.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly sets: readonly Template[];
  readonly gets: readonly RulingOn<'field'>[];
  readonly refused?: true;
}

const both = ['seen; good=yes', 'good=yes; seen'] as const;

/** The cookie without a name may be stored or ignored; the other cookie is stored in both cases. */
const nameless: readonly RulingOn<'field'>[] = [
  must('fetch/cookies-of-the-current-url', [...both, 'good=yes', 'absent']),
  should('fetch/set-cookie-of-any-response', [...both, 'good=yes']),
  must('rfc6265bis/cookie-from-the-store', [...both, 'good=yes', 'absent']),
  should('rfc6265bis/nameless-cookie', both, 'RFC 6265, which the draft replaces, ignores a cookie without a name.'),
];

const rows: readonly Row[] = [
  { name: 'without-equals', title: 'A Set-Cookie without =', sets: ['seen', 'good=yes'], gets: nameless, refused: true },
  { name: 'without-name', title: 'A Set-Cookie that begins with =', sets: ['=seen', 'good=yes'], gets: nameless, refused: true },
  {
    name: 'without-anything',
    title: 'A Set-Cookie that is only =',
    sets: ['=', 'good=yes'],
    gets: cookieSent('good=yes'),
    refused: true,
  },
  { name: 'without-value', title: 'A Set-Cookie with an empty value', sets: ['seen='], gets: cookieSent('seen=') },
  { name: 'two-equals', title: 'A cookie with = in its value', sets: ['seen=a=b'], gets: cookieSent('seen=a=b') },
  {
    name: 'quoted',
    title: 'A cookie value in quotes, which are part of the value',
    sets: ['seen="yes"'],
    gets: cookieSent('seen="yes"'),
  },
  {
    name: 'comma',
    title: 'A cookie with a comma, which does not end the cookie',
    sets: ['a=1, b=2'],
    gets: cookieSent('a=1, b=2'),
  },
  {
    name: 'escaped',
    title: 'A cookie with percent-encoding in name and value, which are octets like all others',
    sets: ['s%65en=%41%3B%20%25+%zz'],
    gets: [
      must('rfc6265bis/escapes-not-decoded', ['s%65en=%41%3B%20%25+%zz', 'absent']),
      ...cookieSent('s%65en=%41%3B%20%25+%zz'),
    ],
  },
  {
    name: 'space',
    title: 'A cookie with spaces in its value',
    sets: ['seen=a  b'],
    gets: cookieSent('seen=a  b'),
  },
  {
    name: 'letter-case',
    title: 'Two cookies whose names differ in letter case',
    sets: ['seen=1', 'SEEN=2'],
    gets: cookieSent(['seen=1; SEEN=2', 'SEEN=2; seen=1']),
  },
  {
    name: 'not-ascii',
    title: 'A cookie with octets above 7F in its value',
    sets: ['seen=caf\u00E9'],
    gets: cookieSent('seen=caf\u00E9'),
  },
  {
    name: 'attributes',
    title: 'A Set-Cookie with spaces, upper case and unknown attributes',
    sets: ['seen=yes ; PATH = / ;; Colour=blue; Expires=someday; Max-Age=soon; httponly'],
    gets: cookieSent('seen=yes', 'rfc6265bis/unknown-attributes-ignored'),
  },
];

const many = Array.from({ length: 50 }, (_, index) => `c${index}=${index === 0 ? '{secret:cookie}' : 'x'}`);

/** Many or long cookies: a secret in one of them shows whether that cookie is sent. */
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
      [start]: { status: 302, location: target, headers: setCookieFields(sets) },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'canary', secret: 'cookie', at: target }, rulings },
    ],
  }),
);

/** Unusual values of Set-Cookie. */
export const unusualCookies: readonly Scenario[] = [
  ...rows.map(({ name, sets, gets, ...rest }) =>
    toCookieScenario({
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
