import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { basic } from './basic.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly to: Place;
  readonly covers: readonly RowId[];
}

/** User name and password that the server puts into the Location. */
const rows: readonly Row[] = [
  {
    name: 'same-origin',
    title: 'name and password at the same origin',
    location: 'http://aladdin:sesame@{home.host}/target',
    to: '{home}/target',
    covers: ['a-location-userinfo-same-origin', 'a-location-userinfo-override'],
  },
  {
    name: 'name-only',
    title: 'a name at the same origin',
    location: 'http://aladdin@{home.host}/target',
    to: '{home}/target',
    covers: ['a-location-userinfo-same-origin'],
  },
  {
    name: 'password-only',
    title: 'a password at the same origin',
    location: 'http://:sesame@{home.host}/target',
    to: '{home}/target',
    covers: ['a-location-userinfo-same-origin'],
  },
  {
    name: 'special-characters',
    title: 'name and password with an escaped newline and #',
    location: 'http://ala%0Addin:ses%23ame@{home.host}/target',
    to: '{home}/target',
    covers: ['a-location-userinfo-special-chars'],
  },
  {
    name: 'other-host',
    title: 'name and password at another host',
    location: 'http://aladdin:sesame@{other.host}/target',
    to: '{other}/target',
    covers: ['a-location-userinfo-cross-origin', 'a-location-userinfo-override'],
  },
  {
    name: 'without-scheme',
    title: 'name and password at another host, without the scheme',
    location: '//aladdin:sesame@{other.host}/target',
    to: '{other}/target',
    covers: ['a-location-userinfo-cross-origin'],
  },
  {
    name: 'empty',
    title: 'an empty name at another host',
    location: 'http://@{other.host}/target',
    to: '{other}/target',
    covers: ['a-location-empty-userinfo'],
  },
  {
    name: 'host-as-name',
    title: 'the first host as user name, and another host',
    location: 'http://{home.host}@{other.host}/target',
    to: '{other}/target',
    covers: ['a-parent-or-sibling-domain'],
  },
  {
    name: 'host-and-port-as-name',
    title: 'the first host and its port as name and password, and another host',
    location: 'http://{home.host}:80@{other.host}/target',
    to: '{other}/target',
    covers: ['a-parent-or-sibling-domain'],
  },
];

const parsed = may(
  'url/credentials-parsed',
  ['followed', 'any error'],
  'The URL Standard allows it. Fetch refuses it across origins under CORS.',
);

const either: readonly RulingOn<'followed'>[] = [
  parsed,
  should(
    'rfc9110/userinfo-is-an-error',
    ['returned 302', 'any error'],
    'RFC 9110 speaks of a reference from an untrusted source; some clients regard the server that redirects as trusted.',
  ),
];

/** A parser of URLs does not show whether there was an empty name before the @. */
const eitherIfEmpty: readonly RulingOn<'followed'>[] = [
  parsed,
  may(
    'rfc9110/userinfo-is-an-error',
    ['returned 302', 'followed', 'any error'],
    'Readers differ on whether an empty user name is the presence of one.',
  ),
];

/** Host contains only the host, and nothing from before the @. */
const hostOnly = (at: Place): Check => {
  const expected = `{${originOf(at)}.host}`;
  return {
    fact: { kind: 'field', name: 'Host', at },
    rulings: [must('rfc9110/userinfo-not-sent', expected), must('rfc9112/host-is-the-authority', expected)],
  };
};

const authorization = (at: Place): Check => {
  const expected = originOf(at) === 'home' ? 'Bearer {secret:authorization}' : 'absent';
  return {
    fact: { kind: 'field', name: 'Authorization', at },
    rulings: [
      may('fetch/no-basic-from-url', [expected, basic], 'curl and others send it as HTTP Basic. Browsers wait for a challenge.'),
      must('strict/no-credentials-from-location', [expected, 'absent']),
    ],
  };
};

/** Whether name and password in a Location are used, and that they appear only in Authorization. */
export const inLocation: readonly Scenario[] = rows.map(({ name, title, location, to, covers }) =>
  scenario({
    id: `credentials/location-${name}`,
    title: `302 whose Location has ${title}`,
    routes: { '{home}/start': { status: 302, headers: [['Location', location]] }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    covers,
    checks: [
      { fact: { kind: 'followed', to }, rulings: name === 'empty' ? eitherIfEmpty : either },
      hostOnly(to),
      authorization(to),
    ],
  }),
);
