import { understood } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';

/** About 34 octets of the URL are its scheme and host. */
const path = (octets: number): Place => `{home}/${'long'.repeat((octets - 40) / 4)}`;

/** No rule says how much is too much. But part of a URL is another URL. */
const wholeOrNothing: readonly RulingOn<'followed'>[] = [
  must('fetch/location-against-response-url', ['followed', 'returned 302', 'any error']),
  must('rfc3986/absolute-reference', ['followed', 'returned 302', 'any error']),
];

interface Row {
  readonly octets: number;
  readonly rulings: readonly RulingOn<'followed'>[];
}

const rows: readonly Row[] = [
  {
    octets: 8000,
    rulings: [
      must('fetch/follows-by-default', 'followed'),
      should('rfc9110/uri-of-8000-octets', understood(302)),
      must('adr-016/rule-1', 'followed'),
    ],
  },
  // Between the sizes at which buffers and header sections usually end. Node.js rejects header sections above 16 kB.
  ...[12_000, 32_000, 70_000].map((octets) => ({ octets, rulings: wholeOrNothing })),
];

const toScenario = ({ octets, rulings }: Row): Scenario => {
  const target = path(octets);
  return scenario({
    id: `location-bytes/${octets}-octets`,
    title: `A Location of ${octets} octets`,
    routes: { [start]: { status: 302, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: start },
    covers: ['l-long-location'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings }],
  });
};

/** A client requests the whole URL, or nothing. */
export const longLocations: readonly Scenario[] = rows.map(toScenario);
