import { following } from '../following.ts';
import { may } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import { pathOf, type Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario, Template } from '../vocabulary/scenario.ts';

const byHand = 'virtual.example';

/** To some clients the Host of the caller is the base of a relative Location. */
const resolvedEitherWay: readonly Ruling[] = [
  may(
    'fetch/location-against-response-url',
    'followed',
    'Some clients take the Host of the caller for the base of a relative Location.',
  ),
  may('rfc9110/target-from-location', ['followed', 'returned 302'], 'The same holds for the URI of the request.'),
];

interface Override {
  readonly name: string;
  readonly title: string;
  readonly field: string;
  readonly to: readonly [Place, ...Place[]];
  readonly host: Template;
  readonly relative?: true;
  readonly covers: string;
}

const overrides: readonly Override[] = [
  {
    name: 'relative',
    title: 'to a relative path',
    field: 'Host',
    to: ['{home}/target'],
    host: '{home.host}',
    relative: true,
    covers: 'h-host-override-same-origin-relative',
  },
  {
    name: 'same-origin',
    title: 'within the origin',
    field: 'Host',
    to: ['{home}/target'],
    host: '{home.host}',
    covers: 'h-host-override-same-origin-relative',
  },
  {
    name: 'other',
    title: 'to another host',
    field: 'Host',
    to: ['{other}/target'],
    host: '{other.host}',
    covers: 'h-host-recomputed',
  },
  {
    name: 'other-odd-case',
    title: 'to another host, spelled hOsT',
    field: 'hOsT',
    to: ['{other}/target'],
    host: '{other.host}',
    covers: 'h-host-case-insensitive',
  },
  {
    name: 'port',
    title: 'to another port',
    field: 'Host',
    to: ['{home-8080}/target'],
    host: '{home.host}:8080',
    covers: 'h-host-recomputed',
  },
  {
    name: 'relative-then-other',
    title: 'to a relative path, then to another host',
    field: 'Host',
    to: ['{home}/middle', '{other}/target'],
    host: '{other.host}',
    relative: true,
    covers: 'h-host-then-absolute',
  },
];

/** A Host that the caller set: whether it is meant for one origin or for the call is open. */
export const hostByHand: readonly Scenario[] = overrides.map(
  ({ name, title, field, to: [first, ...more], host: own, relative, covers }) => {
    const last = more.at(-1) ?? first;
    const routes: Routes = {
      '{home}/start': { status: 302, headers: [['Location', relative ? pathOf(first) : first]] },
      ...(last !== first && { [first]: { status: 302, location: last } }),
      [last]: { status: 200, body: 'arrived' },
    };
    return scenario({
      id: `headers/host-by-hand-${name}`,
      title: `A Host of the caller on a 302 ${title}`,
      covers: [covers],
      routes,
      call: { method: 'GET', url: '{home}/start', headers: [[field, byHand]] },
      checks: [
        { fact: { kind: 'followed', to: last }, rulings: relative ? resolvedEitherWay : following[302] },
        {
          fact: { kind: 'field', name: 'Host', at: last },
          rulings: [
            may(
              'rfc9110/host-renewed',
              [own, byHand],
              'What the client generated is renewed; what the caller set is not named there.',
            ),
            may('fetch/fields-not-for-callers', [own, byHand], 'By Fetch callers cannot set it at all.'),
          ],
        },
      ],
    });
  },
);
