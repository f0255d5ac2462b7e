import { anyError, may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { basic } from './basic.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly to: Place;
  readonly covers: readonly string[];
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
    title: 'a name and password with an escaped newline and #',
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
    title: 'name and password at another host, scheme left out',
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
    title: 'the first host for a name, and another host',
    location: 'http://{home.host}@{other.host}/target',
    to: '{other}/target',
    covers: ['a-parent-or-sibling-domain'],
  },
  {
    name: 'host-and-port-as-name',
    title: 'the first host and its port for name and password, and another host',
    location: 'http://{home.host}:80@{other.host}/target',
    to: '{other}/target',
    covers: ['a-parent-or-sibling-domain'],
  },
];

const either: readonly Ruling[] = [
  may(
    'url/credentials-parsed',
    ['followed', ...anyError],
    'Allowed by the URL Standard, refused by Fetch between origins under CORS.',
  ),
  may(
    'rfc9110/userinfo-is-an-error',
    ['returned 302', 'followed', ...anyError],
    'RFC 9110 asks to treat it as an error, by a SHOULD.',
  ),
];

/** Host names the host, and nothing of what stands before the @. */
const host = (at: Place): Check => {
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
      may('fetch/no-basic-from-url', [expected, basic], 'curl and others make Basic of it; browsers wait for a challenge.'),
    ],
  };
};

export const inLocation: readonly Scenario[] = rows.map(({ name, title, location, to, covers }) =>
  scenario({
    id: `credentials/location-${name}`,
    title: `302 with ${title} in its Location`,
    routes: { '{home}/start': { status: 302, headers: [['Location', location]] }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    covers,
    checks: [{ fact: { kind: 'followed', to }, rulings: either }, host(to), authorization(to)],
  }),
);
