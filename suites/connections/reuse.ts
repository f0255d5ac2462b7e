import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { lenient, to } from '../location-resolution/answers.ts';
import { gzipped } from '../redirect-bodies/checks.ts';
import { may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Answer, Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly rulings: Check['rulings'];
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

/** On which connection the next request goes out. */
export const reuse: readonly Scenario[] = [
  ...rows.map(({ name, title, answer, rulings, covers }) =>
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
    }),
  ),
  scenario({
    id: 'connections/kept-by-its-ascii-form',
    title: 'The connection after a redirect to the same host, spelled with a wide letter',
    covers: ['cr-idn-reuse'],
    routes: {
      '{sub}/start': to('http://\xef\xbd\x93ub.{home.host}/target'),
      '{sub}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{sub}/start' },
    checks: [
      {
        fact: { kind: 'next', after: '{sub}/start' },
        rulings: lenient('url/host-to-ascii', '{sub}/target', 'Clients that read the octets as Latin-1 find no such host.'),
      },
      {
        fact: { kind: 'reuse', from: '{sub}/start', at: '{sub}/target' },
        given: { fact: { kind: 'followed', to: '{sub}/target' }, oneOf: ['followed'] },
        rulings: [kept],
      },
    ],
  }),
];
