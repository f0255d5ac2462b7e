import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may } from '../rulings/ruling.ts';
import type { Routes, Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { pathOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const byHand = 'virtual.example';

/** Some clients resolve a relative Location against the Host that the caller set. */
const resolvedEitherWay: readonly RulingOn<'followed'>[] = [
  may(
    'fetch/location-against-response-url',
    'followed',
    'Some clients resolve a relative Location against the Host that the caller set.',
  ),
  may(
    'rfc9110/target-from-location',
    ['followed', 'returned 302'],
    'Some clients take the URI of the request from this Host too.',
  ),
];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly field: string;
  readonly to: readonly [Place, ...Place[]];
  readonly host: Template;
  readonly relative?: true;
  readonly covers: RowId;
}

const rows: readonly Row[] = [
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
    title: 'to another host, with the field name hOsT',
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

/** A Host that the caller set. No standard says whether it is meant for one origin or for the whole call. */
export const hostByHand: readonly Scenario[] = rows.map(
  ({ name, title, field, to: [first, ...more], host: own, relative, covers }) => {
    const last = more.at(-1) ?? first;
    const routes: Routes = {
      '{home}/start': { status: 302, headers: [['Location', relative ? pathOf(first) : first]] },
      ...(last !== first && { [first]: { status: 302, location: last } }),
      [last]: { status: 200, body: 'arrived' },
    };
    return scenario({
      id: `headers/host-by-hand-${name}`,
      title: `A Host set by the caller, on a 302 ${title}`,
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
              'Fields that the client generated are replaced. The section does not mention a Host that the caller set.',
            ),
            may('fetch/fields-not-for-callers', [own, byHand], 'In Fetch callers cannot set this field.'),
          ],
        },
      ],
    });
  },
);
