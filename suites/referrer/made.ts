import { following, followingDown } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Call, Routes, Scenario, Template } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  /** Each place, and the Location that leads on from it. */
  readonly stops: readonly (readonly [Place, Template?])[];
  readonly call?: Partial<Call>;
  /** Behind a URL with a password in it, which some refuse; who does is not judged. */
  readonly accepted?: Place;
  readonly rulings: readonly Ruling[];
  readonly covers: readonly string[];
}

const wholeUrl = ['absent', '{home}/start', '{home}/', 'about:blank'] as const;

const stripped = (...urls: readonly string[]): readonly Ruling[] => [
  must('referrer-policy/stripped', ['absent', 'about:blank', '{home}/', ...urls]),
  must('rfc9110/referer-without-fragment-and-userinfo', ['absent', 'about:blank', '{home}/', ...urls]),
];

const rows: readonly Row[] = [
  {
    name: 'same-origin',
    title: 'within the origin',
    stops: [['{home}/start', '/target'], ['{home}/target']],
    rulings: [
      may('rfc9110/resource-fields-renewed', wholeUrl, 'Go and others name the URL that redirected; most libraries nothing.'),
    ],
    covers: ['ref-auto-previous-url'],
  },
  {
    name: 'userinfo',
    title: 'from a URL with name and password',
    stops: [['{home}/start', '/target'], ['{home}/target']],
    call: { userinfo: 'aladdin:sesame' },
    accepted: '{home}/start',
    rulings: stripped('{home}/start'),
    covers: ['ref-userinfo-fragment-stripped'],
  },
  {
    name: 'userinfo-of-location',
    title: 'from a Location with name and password',
    stops: [['{home}/start', 'http://aladdin:sesame@{home.host}/middle'], ['{home}/middle', '/target'], ['{home}/target']],
    accepted: '{home}/middle',
    rulings: stripped('{home}/start', '{home}/middle'),
    covers: ['ref-userinfo-fragment-stripped'],
  },
  {
    name: 'fragment',
    title: 'from a Location with a fragment',
    stops: [['{home}/start', '/middle#part'], ['{home}/middle', '/target#'], ['{home}/target']],
    rulings: stripped('{home}/start', '{home}/middle'),
    covers: ['ref-userinfo-fragment-stripped'],
  },
  {
    name: 'other-host',
    title: 'to another host',
    stops: [['{home}/start', '{other}/target'], ['{other}/target']],
    rulings: [
      must('referrer-policy/only-the-origin-across-origins', ['absent', '{home}/']),
      may('rfc9110/resource-fields-renewed', wholeUrl),
    ],
    covers: ['ref-auto-previous-url'],
  },
  {
    name: 'secure-to-other-host',
    title: 'from https to another host, by https',
    stops: [['{home-tls}/start', '{other-tls}/target'], ['{other-tls}/target']],
    rulings: [
      must('referrer-policy/only-the-origin-across-origins', ['absent', '{home-tls}/']),
      should('rfc9110/no-referer-to-other-origin', ['absent', '{home-tls}/']),
    ],
    covers: ['ref-auto-previous-url'],
  },
  {
    name: 'down',
    title: 'from https to http',
    stops: [['{home-tls}/start', '{home}/target'], ['{home}/target']],
    rulings: [
      must('referrer-policy/only-the-origin-across-origins', 'absent'),
      must('rfc9110/no-referer-on-downgrade', ['absent', 'about:blank']),
    ],
    covers: ['ref-downgrade-none', 'tls-https-to-http'],
  },
  {
    name: 'down-to-other-host',
    title: 'from https to http at another host',
    stops: [['{home-tls}/start', '{other}/target'], ['{other}/target']],
    rulings: [
      must('referrer-policy/only-the-origin-across-origins', 'absent'),
      must('rfc9110/no-referer-on-downgrade', ['absent', 'about:blank']),
    ],
    covers: ['ref-downgrade-none'],
  },
  {
    name: 'up',
    title: 'from http to https',
    stops: [['{home}/start', '{home-tls}/target'], ['{home-tls}/target']],
    rulings: [
      must('referrer-policy/only-the-origin-across-origins', ['absent', '{home}/']),
      may('rfc9110/resource-fields-renewed', wholeUrl),
    ],
    covers: ['ref-auto-previous-url'],
  },
];

const routes = (stops: Row['stops']): Routes =>
  Object.fromEntries(
    stops.map(([place, location]) => [
      place,
      location === undefined ? { status: 200, body: 'arrived' } : { status: 302, headers: [['Location', location]] },
    ]),
  );

/** Nothing referred the caller to its first URL. */
const noneAtFirst = (at: Place): Check => ({
  fact: { kind: 'field', name: 'Referer', at },
  rulings: [must('rfc9110/no-referer-without-source', ['absent', 'about:blank'])],
});

/** A `Referer` that the client makes, if it makes any. */
export const made: readonly Scenario[] = rows.map(({ name, title, stops, call, accepted, rulings, covers }) => {
  const [start] = stops[0] ?? ['{home}/start'];
  const [target] = stops.at(-1) ?? ['{home}/target'];
  const goesDown = originOf(start) === 'home-tls' && !originOf(target).endsWith('-tls');
  return scenario({
    id: `referrer/${name}`,
    title: `Referer on a redirect ${title}`,
    routes: routes(stops),
    call: { method: 'GET', url: start, ...call },
    covers,
    checks: [
      {
        fact: { kind: 'followed', to: target },
        ...(accepted && { given: { fact: { kind: 'requests', at: accepted }, oneOf: ['1'] } }),
        rulings: goesDown ? followingDown(302) : following[302],
      },
      noneAtFirst(start),
      { fact: { kind: 'field', name: 'Referer', at: target }, rulings },
    ],
  });
});
