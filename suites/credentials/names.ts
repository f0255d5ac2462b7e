import { following } from '../rulings/following.ts';
import { may } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const away: Place = '{other}/target';

const routes: Routes = { '{home}/start': { status: 302, location: away }, [away]: { status: 200, body: 'arrived' } };

/** Field names in different letter case. They are all equal (RFC 9110 section 5.1). */
const cases = [
  { name: 'lower', title: 'lower case', write: (field: string) => field.toLowerCase() },
  { name: 'upper', title: 'upper case', write: (field: string) => field.toUpperCase() },
  {
    name: 'mixed',
    title: 'alternating case',
    write: (field: string) => field.replaceAll(/../g, (pair) => pair.charAt(0).toLowerCase() + pair.charAt(1).toUpperCase()),
  },
] as const;

const inOddCase: readonly Scenario[] = cases.map(({ name, title, write }) => {
  const usual = scenario({
    id: `credentials/names-in-${name}-case`,
    title: `Credentials with field names in ${title}, on a 302 to another host`,
    routes,
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-case-insensitive-names', 'a-cross-host-stripped', 'a-bearer-not-to-other-host', 'a-refuse-instead-of-strip'],
    checks: [{ fact: { kind: 'followed', to: away }, rulings: following[302] }],
  });
  const renamed = (headers: HeaderFields = []): HeaderFields => headers.map(([field, value]) => [write(field), value] as const);
  return { ...usual, calls: usual.calls.map((call) => ({ ...call, headers: renamed(call.headers) })) };
});

/** Fields with credentials, or related to authentication, that no standard lists. */
const others: HeaderFields = [
  ['Cookie2', '$Version="1"'],
  ['WWW-Authenticate', 'Basic realm="home"'],
  ['X-Auth-Token', 'sesame'],
  ['X-Amz-Security-Token', 'sesame'],
  ['X-Goog-Api-Key', 'sesame'],
  ['Ocp-Apim-Subscription-Key', 'sesame'],
  ['Private-Token', 'sesame'],
];

const listIsOpen = 'The list of removed fields is closed in Fetch and open in RFC 9110.';

const unlisted: Scenario = scenario({
  id: 'credentials/fields-that-no-standard-lists',
  title: 'Credentials in other fields, on a 302 to another host',
  routes,
  call: { method: 'GET', url: '{home}/start', headers: others },
  covers: ['a-cookie2-www-authenticate'],
  checks: [
    { fact: { kind: 'followed', to: away }, rulings: following[302] },
    ...others.map(([name, value]): Check => ({
      fact: { kind: 'field', name, at: away },
      rulings: [
        may('fetch/other-headers-kept', [value, 'absent'], listIsOpen),
        may('rfc9110/caller-credentials-considered', [value, 'absent'], listIsOpen),
      ],
    })),
  ],
});

/** Credentials by the names of their fields. */
export const credentialsByName: readonly Scenario[] = [...inOddCase, unlisted];
