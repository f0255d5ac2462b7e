import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Routes, Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { originOf, pathOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const byHand = 'virtual.example';

const againstHost =
  'Some clients take the URI of a request from the Host that the caller set, and resolve a relative Location against it.';

/** A relative Location is resolved against the URL of the request, whatever the caller wrote into Host. */
const resolvedAgainstUrl: readonly RulingOn<'followed'>[] = [
  must('fetch/location-against-response-url', 'followed', againstHost),
  should('rfc9110/target-from-location', ['followed', 'returned 302'], againstHost),
];

/** At the origin that the caller asked, its Host may be meant for the whole origin. */
const ownOrByHand = (own: Template): readonly RulingOn<'field'>[] => [
  may(
    'rfc9110/host-renewed',
    [own, byHand],
    'Fields that the client generated are replaced. The section does not mention a Host that the caller set.',
  ),
  may('fetch/fields-not-for-callers', [own, byHand], 'In Fetch callers cannot set this field.'),
];

/** Another origin is another authority. In Fetch callers cannot set Host, so RFC 9112 decides there too. */
const ownOnly = (own: Template): readonly RulingOn<'field'>[] => [
  must('rfc9112/host-is-the-authority', own),
  should('convention/host-override-stays', own),
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
    name: 'other-lower-case',
    title: 'to another host, with the field name host',
    field: 'host',
    to: ['{other}/target'],
    host: '{other.host}',
    covers: 'h-host-case-insensitive',
  },
  {
    name: 'other-upper-case',
    title: 'to another host, with the field name HOST',
    field: 'HOST',
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

/** A Host that the caller set. It is not for another origin; no standard says whether it is for every request to its own. */
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
        { fact: { kind: 'followed', to: last }, rulings: relative ? resolvedAgainstUrl : following[302] },
        {
          fact: { kind: 'field', name: 'Host', at: last },
          rulings: originOf(last) === 'home' ? ownOrByHand(own) : ownOnly(own),
        },
      ],
    });
  },
);

const start: Place = '{home}/start';

interface Base {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly status: 302 | 307;
}

const bases: readonly Base[] = [
  { name: 'path', title: 'an absolute path', location: '/target', status: 302 },
  { name: 'relative-path', title: 'a relative path', location: 'target', status: 302 },
  { name: 'post', title: 'an absolute path, and a body', location: '/target', status: 307 },
];

/** The caller's Host names a server that exists. A client that takes it as base sends that server what was meant for the first one. */
export const hostByHandIsNoBase: readonly Scenario[] = bases.map(({ name, title, location, status }) =>
  scenario({
    id: `headers/host-by-hand-of-another-server-${name}`,
    title: `A Host set by the caller that names another server, on a ${status} to ${title}`,
    covers: ['h-host-override-same-origin-relative'],
    routes: {
      [start]: { status, headers: [['Location', location]] },
      '{home}/target': { status: 200, body: 'arrived' },
      '{other}/target': { status: 200, body: 'arrived at the wrong server' },
    },
    call: {
      method: status === 307 ? 'POST' : 'GET',
      url: start,
      headers: [['Host', '{other.host}']],
      ...(status === 307 && { body: 'for your eyes only' }),
    },
    plant: ['cookie'],
    checks: [
      {
        fact: { kind: 'next', after: start },
        rulings: [
          must('fetch/location-against-response-url', '{home}/target', againstHost),
          must('rfc9110/relative-location-resolved', ['{home}/target', `returned ${status}`, 'any error'], againstHost),
          must('adr-016/rule-1', '{home}/target', againstHost),
        ],
      },
    ],
  }),
);
