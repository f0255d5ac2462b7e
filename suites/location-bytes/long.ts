import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/start';

/** Some 34 octets of the URL are its scheme and host. */
const path = (octets: number): Place => `{home}/${'long'.repeat((octets - 40) / 4)}`;

const long = (octets: number, rulings: readonly Ruling[], covers: readonly string[]): Scenario => {
  const followed: Check = { fact: { kind: 'followed', to: path(octets) }, rulings };
  return scenario({
    id: `location-bytes/${octets}-octets`,
    title: `A Location of ${octets} octets`,
    routes: {
      [start]: { status: 302, location: path(octets) },
      [path(octets)]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    covers,
    checks: [followed],
  });
};

/** All of it is requested, or nothing. Beyond 16 kB Node.js rejects the header section; how much is too much is nobody's rule. */
export const longLocations: readonly Scenario[] = [
  long(
    8000,
    [
      must('fetch/follows-by-default', 'followed'),
      should('rfc9110/uri-of-8000-octets', ['followed', 'returned 302']),
      must('adr-016/rule-1', 'followed'),
    ],
    ['l-long-location'],
  ),
  long(32_000, [], ['l-long-location']),
];
