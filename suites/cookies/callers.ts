import { following } from '../rulings/following.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { type CookieChain, setCookieFields, toCookieScenario } from './cookie-chain.ts';
import { cookieAt } from './expected.ts';

interface Row extends CookieChain {
  /** The Cookie field of the caller. */
  readonly own: string;
}

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const eitherOrder = (one: string, two: string): readonly string[] => [`${one}; ${two}`, `${two}; ${one}`];

const computed = 'Clients with a jar treat the Cookie field as their own and generate it again for each request.';

/** The cookies of the caller and those of the jar never come in two lines. These scenarios use HTTP/1.1. */
function oneLine(own: string, jar: string): RulingOn<'field'> {
  const lines = [own, jar, ...eitherOrder(own, jar)];
  return must('rfc9110/field-lines-not-repeated', not(...lines.flatMap((one) => lines.map((two) => `${one} | ${two}`))));
}

const callersAndFresh = eitherOrder('own=caller', 'fresh=jar');
const fresh = ['fresh=jar', ...callersAndFresh] as const;
const oneLineWithFresh = oneLine('own=caller', 'fresh=jar');

/** The cookies of the caller and those of the jar, in one field. */
const together: readonly RulingOn<'field'>[] = [oneLineWithFresh, should('rfc9110/request-resent', callersAndFresh, computed)];

/** No standard lets a caller set Cookie in addition to a jar, so only practice rules. */
const jarFirst: readonly RulingOn<'field'>[] = [
  oneLine('seen=caller; own=caller', 'seen=jar'),
  oneLine('own=caller; seen=caller', 'seen=jar'),
  oneLine('own=caller', 'seen=jar'),
  should('convention/jar-replaces-the-callers-cookie', eitherOrder('own=caller', 'seen=jar'), computed),
];

const considered = 'RFC 9110 asks a client to consider the removal, not to remove.';

/** At another host the cookie of the jar is out of its scope, and that of the caller was meant for the first origin. */
const atAnotherHost: readonly RulingOn<'field'>[] = [
  oneLineWithFresh,
  must('fetch/cookies-of-the-current-url', not(...fresh)),
  must('rfc6265bis/cookie-to-its-host', not(...fresh)),
  should('rfc9110/caller-credentials-considered', 'absent', considered),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

/** At another origin of the host the cookie of the jar is in its scope, and that of the caller was meant for the first origin. */
const atAnotherOrigin: readonly RulingOn<'field'>[] = [
  oneLineWithFresh,
  should('rfc6265bis/set-cookie-of-any-response', fresh),
  should('rfc9110/caller-credentials-considered', not('own=caller', ...callersAndFresh), considered),
  must('strict/credentials-stay-at-their-origin', ['fresh=jar', 'absent']),
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
      { at: '{other}/target', gets: atAnotherHost },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'own-and-jar-to-a-subdomain',
    title: 'A cookie of the caller and one of the jar without Domain, on a redirect to a subdomain',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: '{sub}/target', gets: atAnotherHost },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'own-and-jar-to-another-port',
    title: 'A cookie of the caller and one of the jar, on a redirect to another port',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: '{home-8080}/target', gets: atAnotherOrigin },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'own-and-jar-to-https',
    title: 'A cookie of the caller and one of the jar, on a redirect from http to https',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: '{home-tls}/target', gets: atAnotherOrigin },
    ],
  },
  {
    name: 'own-and-jar-there-and-back',
    title: 'A cookie of the caller and one of the jar, on a chain to another host and back',
    own: 'own=caller',
    stops: [
      { at: start, sets: ['fresh=jar'] },
      { at: '{other}/middle', gets: atAnotherHost },
      { at: target, gets: [oneLineWithFresh, should('rfc6265bis/set-cookie-of-any-response', fresh)] },
    ],
    covers: ['ck-jar-not-other-host'],
  },
];

/** The jar has its cookie from an earlier call, so both are in the first request. */
const ofAnEarlierCall: readonly Scenario[] = (
  [
    { name: 'own-beside-an-earlier-cookie', title: 'within the host', to: target, gets: together },
    {
      name: 'own-beside-an-earlier-cookie-to-another-host',
      title: 'to another host',
      to: '{other}/target',
      gets: atAnotherHost,
    },
  ] as const
).map(({ name, title, to, gets }) =>
  scenario({
    id: `cookies/${name}`,
    title: `A cookie of the caller and one that an earlier call stored, on a redirect ${title}`,
    needs: ['cookie-jar'],
    routes: {
      '{home}/login': { status: 200, body: 'welcome', headers: setCookieFields(['fresh=jar; Path=/']) },
      [start]: { status: 302, location: to },
      [to]: { status: 200, body: 'arrived' },
    },
    calls: [
      { method: 'GET', url: '{home}/login' },
      { method: 'GET', url: start, headers: [['Cookie', 'own=caller']] },
    ],
    covers: ['ck-user-header-no-duplicate'],
    checks: [
      { fact: { kind: 'followed', to, call: 2 }, rulings: following[302] },
      cookieAt(start, [oneLineWithFresh]),
      cookieAt(to, gets),
    ],
  }),
);

/** The caller sets a Cookie field, although the client has a jar. */
export const callersCookies: readonly Scenario[] = [
  ...rows.map(({ own, ...chain }) => toCookieScenario({ ...chain, call: { headers: [['Cookie', own]] } })),
  ...ofAnEarlierCall,
];
