import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Routes, Template } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** A place, and the Location of its redirect. */
type Stop = readonly [Place, Template?];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly stops: readonly [Stop, ...Stop[]];
  readonly call?: Partial<Call>;
  /** A place that is reached by a URL with a password. Clients that refuse such URLs are not judged. */
  readonly accepted?: Place;
  readonly rulings: readonly RulingOn<'field'>[];
  readonly covers: readonly RowId[];
}

const anyUrl = ['absent', '{home}/start', '{home}/', 'about:blank'] as const;

const stripped = (...urls: readonly string[]): readonly RulingOn<'field'>[] => [
  must('referrer-policy/stripped', ['absent', 'about:blank', '{home}/', ...urls]),
  must('rfc9110/referer-without-fragment-and-userinfo', ['absent', 'about:blank', '{home}/', ...urls]),
];

const rows: readonly Row[] = [
  {
    name: 'same-origin',
    title: 'within the origin',
    stops: [['{home}/start', '/target'], ['{home}/target']],
    rulings: [
      may('rfc9110/resource-fields-renewed', anyUrl, 'Go and others send the URL that redirected; most libraries send nothing.'),
    ],
    covers: ['ref-auto-previous-url'],
  },
  {
    name: 'userinfo',
    title: 'from a URL with user name and password',
    stops: [['{home}/start', '/target'], ['{home}/target']],
    call: { userinfo: 'aladdin:sesame' },
    accepted: '{home}/start',
    rulings: stripped('{home}/start'),
    covers: ['ref-userinfo-fragment-stripped'],
  },
  {
    name: 'userinfo-of-location',
    title: 'from a Location with user name and password',
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
      may('rfc9110/resource-fields-renewed', anyUrl),
    ],
    covers: ['ref-auto-previous-url'],
  },
  {
    name: 'secure-to-other-host',
    title: 'from https to another host, also https',
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
      may('rfc9110/resource-fields-renewed', anyUrl),
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
const noneAtFirst = (at: Place): CheckOf<'field'> => ({
  fact: { kind: 'field', name: 'Referer', at },
  rulings: [must('rfc9110/no-referer-without-source', ['absent', 'about:blank'])],
});

const toScenario = ({ name, title, stops, call, accepted, rulings, covers }: Row): Scenario => {
  const places = stops.map(([place]) => place);
  const [[start]] = stops;
  const target = places.at(-1) ?? start;
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
        rulings: followingAlong(places, 302),
      },
      noneAtFirst(start),
      { fact: { kind: 'field', name: 'Referer', at: target }, rulings },
    ],
  });
};

/** A `Referer` that the client generates, if it generates one. */
export const generatedReferers: readonly Scenario[] = rows.map(toScenario);
