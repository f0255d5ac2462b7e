import { following } from '../following.ts';
import { may } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Routes, Scenario } from '../vocabulary/scenario.ts';

const away: Place = '{other}/target';

const routes: Routes = { '{home}/start': { status: 302, location: away }, [away]: { status: 200, body: 'arrived' } };

/** Ways to write a name that is the same in any letter case. */
const cases = [
  { name: 'lower', title: 'small letters', write: (field: string) => field.toLowerCase() },
  { name: 'upper', title: 'capitals', write: (field: string) => field.toUpperCase() },
  {
    name: 'mixed',
    title: 'both by turns',
    write: (field: string) => field.replaceAll(/../g, (pair) => pair.charAt(0).toLowerCase() + pair.charAt(1).toUpperCase()),
  },
] as const;

const inOddCase: readonly Scenario[] = cases.map(({ name, title, write }) => {
  const usual = scenario({
    id: `credentials/names-in-${name}-case`,
    title: `Credentials in fields named in ${title}, on the way to another host`,
    routes,
    call: { method: 'GET', url: '{home}/start' },
    plant: ['cookie', 'proxy-authorization'],
    covers: ['a-case-insensitive-names', 'a-cross-host-stripped', 'a-bearer-not-to-other-host', 'a-refuse-instead-of-strip'],
    checks: [{ fact: { kind: 'followed', to: away }, rulings: following[302] }],
  });
  const renamed = (headers: HeaderFields = []): HeaderFields => headers.map(([field, value]) => [write(field), value] as const);
  return { ...usual, calls: usual.calls.map((call) => ({ ...call, headers: renamed(call.headers) })) };
});

/** Credentials, or parts of the same machinery, that no standard lists. */
const others: HeaderFields = [
  ['Cookie2', '$Version="1"'],
  ['WWW-Authenticate', 'Basic realm="home"'],
  ['X-Auth-Token', 'sesame'],
  ['X-Amz-Security-Token', 'sesame'],
  ['X-Goog-Api-Key', 'sesame'],
  ['Ocp-Apim-Subscription-Key', 'sesame'],
  ['Private-Token', 'sesame'],
];

const listIsOpen = 'The list of removed fields is closed in Fetch, open in RFC 9110.';

const unlisted: Scenario = scenario({
  id: 'credentials/fields-that-no-standard-lists',
  title: 'Credentials in fields of their own, on the way to another host',
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

export const names: readonly Scenario[] = [...inOddCase, unlisted];
