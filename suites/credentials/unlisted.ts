import { unnamedCredential } from '../rulings/canaries.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';

const cookie2: HeaderFields[number] = ['Cookie2', '$Version="1"'];

/** It is about authentication, but has no credential in it, and is defined for responses. */
const challenge: HeaderFields[number] = ['WWW-Authenticate', 'Basic realm="home"'];

/** Fields in which services want a key or a token. */
const keysOfServices: HeaderFields = [
  ['X-Auth-Token', 'sesame'],
  ['X-Amz-Security-Token', 'sesame'],
  ['X-Goog-Api-Key', 'sesame'],
  ['Ocp-Apim-Subscription-Key', 'sesame'],
  ['Private-Token', 'sesame'],
];

/** More of them. No scenario depends on which service it is; a client can only recognize the form of the name. */
const moreKeysOfServices: HeaderFields = [
  ['Api-Key', 'sesame'],
  ['ApiKey', 'sesame'],
  ['X-Access-Token', 'sesame'],
  ['X-Auth-Key', 'sesame'],
  ['X-CSRF-Token', 'sesame'],
  ['X-XSRF-Token', 'sesame'],
  ['X-Session-Token', 'sesame'],
  ['X-Vault-Token', 'sesame'],
  ['X-Consul-Token', 'sesame'],
  ['X-Shopify-Access-Token', 'sesame'],
  ['X-Figma-Token', 'sesame'],
  ['X-Plex-Token', 'sesame'],
  ['X-Gitlab-Token', 'sesame'],
  ['Job-Token', 'sesame'],
  ['Deploy-Token', 'sesame'],
  ['X-Subject-Token', 'sesame'],
  ['X-Service-Token', 'sesame'],
  ['X-Redmine-API-Key', 'sesame'],
  ['X-Api-Secret', 'sesame'],
  ['DD-Api-Key', 'sesame'],
  ['DD-Application-Key', 'sesame'],
];

const callersKeys: HeaderFields = [...keysOfServices, ...moreKeysOfServices];
const everyKey: HeaderFields = [cookie2, ...callersKeys];

const away: Place = '{other}/target';

const listIsOpen = 'The list of removed fields is closed in Fetch and open in RFC 9110.';

const checkOf =
  (at: Place, rulingsOn: (value: string) => readonly RulingOn<'field'>[]) =>
  ([name, value]: HeaderFields[number]): Check => ({ fact: { kind: 'field', name, at }, rulings: rulingsOn(value) });

const unlisted: Scenario = scenario({
  id: 'credentials/fields-that-no-standard-lists',
  title: 'Credentials in other fields, on a 302 to another host',
  routes: { '{home}/start': { status: 302, location: away }, [away]: { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/start', headers: [cookie2, challenge, ...keysOfServices] },
  covers: ['a-cookie2-www-authenticate'],
  checks: [
    { fact: { kind: 'followed', to: away }, rulings: following[302] },
    ...[cookie2, ...keysOfServices].map(checkOf(away, unnamedCredential)),
    checkOf(away, (value) => [
      may('fetch/other-headers-kept', [value, 'absent'], listIsOpen),
      may('rfc9110/caller-credentials-considered', [value, 'absent'], listIsOpen),
    ])(challenge),
  ],
});

interface Row {
  readonly name: string;
  readonly title: string;
  readonly stops: readonly [Place, Place, ...Place[]];
}

const rows: readonly Row[] = [
  { name: 'host', title: 'to another host', stops: ['{home}/start', away] },
  { name: 'port', title: 'to another port', stops: ['{home}/start', '{home-8080}/target'] },
  { name: 'subdomain', title: 'to a subdomain', stops: ['{home}/start', '{sub}/target'] },
  { name: 'parent-domain', title: 'to the parent domain', stops: ['{sub}/start', '{home}/target'] },
  { name: 'scheme-up', title: 'from http to https', stops: ['{home}/start', '{home-tls}/target'] },
  { name: 'one-port-up', title: 'from http to https on one port', stops: ['{dual}/start', '{dual-tls}/target'] },
  { name: 'there-and-back', title: 'to another host and back', stops: ['{home}/start', '{other}/middle', '{home}/target'] },
];

/** A field that was removed does not come back. Only the strict profile asks for that here. */
const staysRemoved = (value: string): readonly RulingOn<'field'>[] => [
  may('fetch/other-headers-kept', [value, 'absent'], listIsOpen),
  may('rfc9110/caller-credentials-considered', [value, 'absent'], listIsOpen),
  must('strict/credentials-stay-at-their-origin', 'absent'),
];

const toScenario = ({ name, title, stops }: Row): Scenario => {
  const target = stops.at(-1) ?? stops[0];
  return scenario({
    id: `credentials/fields-of-services-${name}`,
    title: `Keys and tokens in fields of services, on 302 ${title}`,
    routes: routesAlong(stops),
    call: { method: 'GET', url: stops[0], headers: everyKey },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      ...everyKey.map(checkOf(target, name === 'there-and-back' ? staysRemoved : unnamedCredential)),
    ],
  });
};

/** Within the origin every field is kept, whatever its name. Fetch does not let callers set Cookie2. */
const within: Scenario = scenario({
  id: 'credentials/fields-of-services-same-origin',
  title: 'Keys and tokens in fields of services, on a 302 within the origin',
  routes: routesAlong(['{home}/start', '{home}/target']),
  call: { method: 'GET', url: '{home}/start', headers: callersKeys },
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    ...callersKeys.map(
      checkOf('{home}/target', (value) => [must('fetch/other-headers-kept', value), should('rfc9110/request-resent', value)]),
    ),
  ],
});

/** Credentials in fields that no standard lists. */
export const unlistedCredentials: readonly Scenario[] = [unlisted, ...rows.map(toScenario), within];
