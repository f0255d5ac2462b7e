import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

/** Fields that callers send with any request. */
export const fields = [
  ['Accept', 'application/json;q=0.9, */*;q=0.1'],
  ['Accept-Language', 'de-AT, en;q=0.5'],
  ['User-Agent', 'conformance/1.0 (by hand)'],
  ['Range', 'bytes=0-42'],
  ['Cache-Control', 'no-transform'],
  ['If-Unmodified-Since', 'Tue, 03 Apr 2018 09:00:00 GMT'],
  ['X-Request-Id', '7f3a "quoted", with a comma'],
] as const satisfies HeaderFields;

interface Move {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly to: Place;
  readonly method?: 'POST' | 'PUT';
}

const home: Place = '{home}/target';

const moves: readonly Move[] = [
  ...redirectStatuses.map((status) => ({
    name: `${status}-get`,
    title: `GET answered by ${status}`,
    status,
    to: home,
  })),
  { name: '302-post', title: 'POST that becomes GET by 302', status: 302, to: home, method: 'POST' },
  { name: '303-put', title: 'PUT that becomes GET by 303', status: 303, to: home, method: 'PUT' },
  { name: '307-post', title: 'POST that stays POST by 307', status: 307, to: home, method: 'POST' },
  { name: 'to-another-host', title: 'GET answered by a 302 to another host', status: 302, to: '{other}/target' },
  { name: 'to-another-port', title: 'GET answered by a 302 to another port', status: 302, to: '{home-8080}/target' },
  { name: 'to-a-subdomain', title: 'GET answered by a 307 to a subdomain', status: 307, to: '{sub}/target' },
  { name: 'to-https', title: 'GET answered by a 301 to https', status: 301, to: '{home-tls}/target' },
];

/** A field of the caller arrives unchanged. */
export const keptAt = (at: Place, name: string, value: string): Check => ({
  fact: { kind: 'field', name, at },
  rulings: [must('fetch/other-headers-kept', value), should('rfc9110/request-resent', value)],
});

const covers: readonly RowId[] = ['h-user-agent-stable', 'h-range-kept'];

/** Fields of the caller arrive unchanged. */
export const keptFields: readonly Scenario[] = moves.map(({ name, title, status, to, method = 'GET' }) =>
  scenario({
    id: `headers/kept-${name}`,
    title: `Fields of the caller: ${title}`,
    covers: [originOf(to) === 'home' ? 'h-custom-kept-same-origin' : 'h-custom-kept-cross-origin', ...covers],
    routes: { '{home}/start': { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', headers: fields, ...(method !== 'GET' && { body: 'name=Zoë' }) },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[status] },
      ...fields.map(([field, value]) => keptAt(to, field, value)),
    ],
  }),
);

/** Conditions that the caller set. Those that a cache made are for the old URL, and `validators.ts` tests them. */
export const conditions = [
  ['If-Match', '"one"'],
  ['If-None-Match', 'W/"two"'],
  ['If-Modified-Since', 'Tue, 03 Apr 2018 09:00:00 GMT'],
  ['If-Range', '"three"'],
] as const satisfies HeaderFields;

/** A condition of the caller arrives unchanged. Under RFC 9110 it may also be removed, because it was made for the first URL. */
export const conditionKeptAt = (at: Place, name: string, value: string): Check => ({
  fact: { kind: 'field', name, at },
  rulings: [must('fetch/other-headers-kept', value), may('rfc9110/cache-validators-removed', [value, 'absent'])],
});

export const conditionsOfCallers: readonly Scenario[] = ([home, '{other}/target'] as const).map((to) =>
  scenario({
    id: `headers/conditions-${originOf(to)}`,
    title: `Conditions of the caller, on a 302 ${to === home ? 'within the origin' : 'to another host'}`,
    routes: { '{home}/start': { status: 302, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start', headers: conditions },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      ...conditions.map(([name, value]) => conditionKeptAt(to, name, value)),
    ],
  }),
);

const twice = ['one | two', 'one, two'];

/** A repeated field keeps its values. They may arrive in one line or in two, but each value arrives once. */
export const repeatedFields: readonly Scenario[] = ([home, '{other}/target'] as const).map((to) =>
  scenario({
    id: `headers/repeated-${originOf(to)}`,
    title: `A field of the caller with two values, on a 302 ${to === home ? 'within the origin' : 'to another host'}`,
    routes: {
      '{home}/start': { status: 302, location: '{home}/middle' },
      '{home}/middle': { status: 302, location: to },
      [to]: { status: 200, body: 'arrived' },
    },
    call: {
      method: 'GET',
      url: '{home}/start',
      headers: [
        ['X-Tag', 'one'],
        ['X-Tag', 'two'],
      ],
    },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      {
        fact: { kind: 'field', name: 'X-Tag', at: to },
        rulings: [must('fetch/other-headers-kept', twice), should('rfc9110/request-resent', twice)],
      },
    ],
  }),
);

const notForCallers =
  'Fetch ignores this field if the caller sets it. Libraries with its interface send it on purpose, because they have no user agent around them.';

/** A field that callers cannot set in Fetch: after a redirect it may be there or not, also if it was there before. */
const forbiddenAt = (at: Place, name: string, value: string): Check => ({
  fact: { kind: 'field', name, at },
  rulings: [may('fetch/fields-not-for-callers', [value, 'absent'], notForCallers), should('rfc9110/request-resent', value)],
});

/** Accept-Encoding is one of the fields that callers cannot set in Fetch; what the user agent sends instead is its own choice. */
export const acceptEncoding: Scenario = scenario({
  id: 'headers/accept-encoding',
  title: 'Accept-Encoding set by the caller, on a 302',
  covers: ['h-accept-encoding-stable'],
  routes: { '{home}/start': { status: 302, location: home }, [home]: { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/start', headers: [['Accept-Encoding', 'identity;q=0.5']] },
  checks: [
    { fact: { kind: 'followed', to: home }, rulings: following[302] },
    forbiddenAt(home, 'Accept-Encoding', 'identity;q=0.5'),
  ],
});

/** What callers cannot set in Fetch, apart from fields of the connection, of the body and of credentials, which have scenarios of their own. */
const forbidden = [
  ['Accept-Charset', 'utf-8, iso-8859-1;q=0.5'],
  ['Access-Control-Request-Headers', 'x-request-id'],
  ['Access-Control-Request-Method', 'PATCH'],
  ['Date', 'Tue, 03 Apr 2018 09:00:00 GMT'],
  ['DNT', '1'],
  ['Sec-GPC', '1'],
  ['Via', '1.1 gateway.example'],
  ['X-HTTP-Method-Override', 'TRACE'],
] as const satisfies HeaderFields;

/** Look like the forbidden ones, and are not. */
const permitted = [
  ['X-HTTP-Method', 'PATCH'],
  ['X-Method-Override', 'DELETE'],
  ['Security-Level', 'low'],
  ['Proxied-By', 'gateway.example'],
] as const satisfies HeaderFields;

/** Fields that callers cannot set in Fetch, beside fields with similar names that they can set. */
export const forbiddenFields: readonly Scenario[] = ([home, '{other}/target'] as const).map((to) =>
  scenario({
    id: `headers/not-for-callers-${originOf(to)}`,
    title: `Fields that callers cannot set in Fetch, on a 302 ${to === home ? 'within the origin' : 'to another host'}`,
    routes: { '{home}/start': { status: 302, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start', headers: [...forbidden, ...permitted] },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      ...forbidden.map(([name, value]) => forbiddenAt(to, name, value)),
      ...permitted.map(([name, value]) => keptAt(to, name, value)),
    ],
  }),
);

/** Authorization in two fields: a client that removes it has to remove both. `scenario` adds the canaries at the other host. */
export const authorizationTwice: Scenario = scenario({
  id: 'headers/authorization-twice',
  title: 'Authorization in two fields, on a 302 to another host',
  covers: ['h-duplicate-header-values-removed'],
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/start', headers: [['authorization', 'Token {secret:authorization}']] },
  checks: [{ fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] }],
});
