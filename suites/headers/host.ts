import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Move {
  readonly name: string;
  readonly title: string;
  readonly to: Place;
  readonly host: Template;
  /** The Location, if it is not the full URL of the target. */
  readonly location?: Template;
  readonly from?: Place;
}

const moves: readonly Move[] = [
  { name: 'same-origin', title: 'within the origin', to: '{home}/target', host: '{home.host}' },
  { name: 'relative', title: 'to a relative path', to: '{home}/target', host: '{home.host}', location: '/target' },
  { name: 'other', title: 'to another host', to: '{other}/target', host: '{other.host}' },
  {
    name: 'other-without-scheme',
    title: 'to another host, without the scheme',
    to: '{other}/target',
    host: '{other.host}',
    location: '//{other.host}/target',
  },
  { name: 'subdomain', title: 'to a subdomain', to: '{sub}/target', host: '{sub.host}' },
  { name: 'port', title: 'to another port', to: '{home-8080}/target', host: '{home.host}:8080' },
  { name: 'https', title: 'to https', to: '{home-tls}/target', host: '{home.host}' },
  {
    name: 'back-to-the-default-port',
    title: 'back to the default port',
    from: '{home-8080}/start',
    to: '{home}/target',
    host: '{home.host}',
  },
  {
    name: 'in-capitals',
    title: 'to another host, with the scheme in upper case',
    to: '{other}/target',
    host: '{other.host}',
    location: 'HTTP://{other.host}/target',
  },
];

const renewed = (host: Template): readonly RulingOn<'field'>[] => [
  must('fetch/generated-fields-per-request', host),
  must('rfc9112/host-is-the-authority', host),
  should('rfc9110/host-renewed', host),
];

/** Host names the new target. */
export const generatedHosts: readonly Scenario[] = moves.map(
  ({ name, title, from = '{home}/start', to, host: expected, location }) =>
    scenario({
      id: `headers/host-${name}`,
      title: `Host on a 302 ${title}`,
      covers: ['h-host-recomputed'],
      routes: {
        [from]: { status: 302, headers: [['Location', location ?? to] as const] },
        [to]: { status: 200, body: 'arrived' },
      },
      call: { method: 'GET', url: from },
      checks: [
        { fact: { kind: 'followed', to }, rulings: following[302] },
        { fact: { kind: 'field', name: 'Host', at: to }, rulings: renewed(expected) },
        {
          fact: { kind: 'field', name: 'Connection', at: to },
          rulings: [should('rfc9110/connection-fields-renewed', ['absent', 'keep-alive', 'Keep-Alive', 'close'])],
        },
      ],
    }),
);

/** With the default port written out. In RFC 9110 both forms are equal, and the URL Standard drops the port. */
export const hostWithDefaultPort: Scenario = scenario({
  id: 'headers/host-default-port',
  title: 'Host on a 302 to another host, with the default port written out',
  covers: ['h-host-recomputed'],
  routes: {
    '{home}/start': { status: 302, headers: [['Location', 'http://{other.host}:80/target']] },
    '{other}/target': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start' },
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
    {
      fact: { kind: 'field', name: 'Host', at: '{other}/target' },
      rulings: [
        must('url/default-port-dropped', '{other.host}'),
        must('rfc9112/host-is-the-authority', ['{other.host}', '{other.host}:80']),
      ],
    },
  ],
});
