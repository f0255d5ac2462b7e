import { letterCases } from '../builders/letter-cases.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { Secret } from '../vocabulary/secret.ts';
import { scenario, type Spec } from '../builders/scenario.ts';

type Case = (typeof letterCases)[number];

/** A scenario whose caller writes every field name in one case. */
function inCase({ write }: Case, spec: Spec): Scenario {
  const usual = scenario({ ...spec, plant: ['cookie', 'proxy-authorization'] });
  const renamed = (headers: HeaderFields = []): HeaderFields => headers.map(([field, value]) => [write(field), value] as const);
  return { ...usual, calls: usual.calls.map((call) => ({ ...call, headers: renamed(call.headers) })) };
}

const home: Place = '{home}/target';

const language: HeaderFields[number] = ['Accept-Language', 'de-AT, en;q=0.5'];
const ordinary: HeaderFields = [language, ['X-Trace', 'trace-1']];

const keptField = (at: Place, [name, value]: HeaderFields[number]): Check => ({
  fact: { kind: 'field', name, at },
  rulings: [must('fetch/other-headers-kept', value), should('rfc9110/request-resent', value)],
});

interface Leaving {
  /** What comes after the case in the id; nothing for another host. */
  readonly suffix: string;
  readonly title: string;
  readonly to: Place;
}

const leaving: readonly Leaving[] = [
  { suffix: '', title: 'to another host', to: '{other}/target' },
  { suffix: '-port', title: 'to another port', to: '{home-8080}/target' },
  { suffix: '-subdomain', title: 'to a subdomain', to: '{sub}/target' },
  { suffix: '-scheme-up', title: 'from http to https', to: '{home-tls}/target' },
];

const routesTo = (to: Place): Routes => ({
  '{home}/start': { status: 302, location: to },
  [to]: { status: 200, body: 'arrived' },
});

const dropped = (each: Case, { suffix, title, to }: Leaving): Scenario =>
  inCase(each, {
    id: `credentials/names-in-${each.name}-case${suffix}`,
    title: `Credentials with field names in ${each.title}, on a 302 ${title}`,
    routes: routesTo(to),
    call: { method: 'GET', url: '{home}/start', ...(suffix && { headers: [language] }) },
    covers: ['a-case-insensitive-names', 'a-cross-host-stripped', 'a-bearer-not-to-other-host', 'a-refuse-instead-of-strip'],
    checks: [{ fact: { kind: 'followed', to }, rulings: following[302] }, ...(suffix ? [keptField(to, language)] : [])],
  });

const rewrittenByJars = 'Clients with a cookie jar treat every Cookie field as their own, and write it again for each request.';

const keptSecret = (secret: Secret): Check => ({
  fact: { kind: 'canary', secret, at: home },
  rulings: [
    ...(secret === 'authorization' ? [must('fetch/authorization-kept-same-origin', 'sent')] : []),
    should('rfc9110/request-resent', 'sent', secret === 'cookie' ? rewrittenByJars : undefined),
  ],
});

const kept = (each: Case): Scenario =>
  inCase(each, {
    id: `credentials/names-in-${each.name}-case-same-origin`,
    title: `Credentials and other fields with names in ${each.title}, on a 302 within the origin`,
    routes: routesTo(home),
    call: { method: 'GET', url: '{home}/start', headers: ordinary },
    covers: ['a-case-insensitive-names', 'a-same-origin-kept'],
    checks: [
      { fact: { kind: 'followed', to: home }, rulings: following[302] },
      keptSecret('authorization'),
      keptSecret('x-api-key'),
      keptSecret('cookie'),
      ...ordinary.map((field) => keptField(home, field)),
    ],
  });

const back: readonly [Place, Place, Place] = ['{home}/start', '{other}/middle', '{home}/target'];

/** A client that restores fields under their original names must not bring back a credential in another case. */
const thereAndBack = (each: Case): Scenario =>
  inCase(each, {
    id: `credentials/names-in-${each.name}-case-there-and-back`,
    title: `Credentials with field names in ${each.title}, on redirects to another host and back`,
    routes: {
      [back[0]]: { status: 302, location: back[1] },
      [back[1]]: { status: 302, location: back[2] },
      [back[2]]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: back[0] },
    covers: ['a-case-insensitive-names', 'a-roundtrip-stays-stripped'],
    checks: [
      { fact: { kind: 'followed', to: back[2] }, rulings: following[302] },
      {
        fact: { kind: 'canary', secret: 'authorization', at: back[2] },
        rulings: [must('fetch/authorization-stays-dropped', 'absent'), must('strict/credentials-stay-at-their-origin', 'absent')],
      },
    ],
  });

const usual = scenario({
  id: 'credentials/long-values-same-origin',
  title: 'Credentials of 3 kB, on a 302 within the origin',
  routes: routesTo(home),
  call: { method: 'GET', url: '{home}/start' },
  plant: ['cookie'],
  covers: ['a-same-origin-kept'],
  checks: [
    { fact: { kind: 'followed', to: home }, rulings: following[302] },
    keptSecret('authorization'),
    keptSecret('x-api-key'),
    keptSecret('cookie'),
  ],
});

/** The secrets are at the end of long values, as those of Kerberos and signed tokens are: they arrive only with the whole value. */
export const longCredentials: Scenario = {
  ...usual,
  calls: usual.calls.map(({ headers = [], ...call }) => ({
    ...call,
    headers: headers.map(([name, value]) => [name, value.replace('{secret', `${'x'.repeat(3000)}{secret`)] as const),
  })),
};

/** Credentials and other fields, by the letter case of their names. */
export const credentialsByName: readonly Scenario[] = letterCases.flatMap((each) => [
  ...leaving.map((to) => dropped(each, to)),
  kept(each),
  thereAndBack(each),
]);
