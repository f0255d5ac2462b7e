import type { RowId } from '../coverage/behaviours/index.ts';
import { gzipped } from '../builders/payloads.ts';
import { following } from '../rulings/following.ts';
import { lenient } from '../rulings/locations.ts';
import { to } from '../builders/redirect.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly rulings: readonly RulingOn<'reuse'>[];
  readonly covers?: readonly RowId[];
}

const kept = may('rfc9112/persistent-connections', 'same connection');
const ended = must('rfc9112/close-ends-the-connection', 'another connection');

const rows: readonly Row[] = [
  {
    name: 'kept',
    title: 'a short redirect',
    answer: { status: 302, location: target, body: 'moved' },
    rulings: [kept],
    covers: ['cr-same-host-reused'],
  },
  {
    name: 'kept-after-gzip',
    title: 'a redirect in gzip',
    answer: {
      raw: `HTTP/1.1 302 Found\r\nLocation: ${target}\r\nContent-Encoding: gzip\r\nContent-Length: ${gzipped.length}\r\n\r\n${gzipped}`,
    },
    rulings: [kept],
    covers: ['cr-gzip-3xx'],
  },
  {
    name: 'closed',
    title: 'a redirect with Connection: close',
    answer: { status: 302, location: target, headers: [['Connection', 'close']] },
    rulings: [ended],
    covers: ['cr-connection-close'],
  },
  {
    name: 'closed-with-body',
    title: 'a redirect with Connection: close and a body',
    answer: { status: 302, location: target, headers: [['Connection', 'close']], body: 'moved' },
    rulings: [ended],
    covers: ['cr-connection-close'],
  },
];

const toScenario = ({ name, title, answer, rulings, covers }: Row): Scenario =>
  scenario({
    id: `connections/${name}`,
    title: `The connection after ${title}`,
    ...(covers && { covers }),
    routes: { [start]: answer, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: start },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'reuse', from: start, at: target }, rulings },
    ],
  });

/** Which connection the next request uses. */
export const reusedConnections: readonly Scenario[] = [
  ...rows.map(toScenario),
  scenario({
    id: 'connections/kept-by-its-ascii-form',
    title: 'The connection after a redirect to the same host, written with a fullwidth letter',
    covers: ['cr-idn-reuse'],
    routes: {
      '{sub}/start': to('http://\xef\xbd\x93ub.{home.host}/target'),
      '{sub}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{sub}/start' },
    checks: [
      {
        fact: { kind: 'next', after: '{sub}/start' },
        rulings: lenient(
          'url/host-to-ascii',
          '{sub}/target',
          'Clients that decode the octets as Latin-1 get the name of a host that does not exist.',
        ),
      },
      {
        fact: { kind: 'reuse', from: '{sub}/start', at: '{sub}/target' },
        given: { fact: { kind: 'followed', to: '{sub}/target' }, oneOf: ['followed'] },
        rulings: [kept],
      },
    ],
  }),
];
