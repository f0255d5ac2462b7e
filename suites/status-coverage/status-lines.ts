import { following } from '../following.ts';
import { may, must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Answer, Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';

type Status = 301 | 302 | 307 | 308;

interface Line {
  readonly name: string;
  readonly title: string;
  readonly status: Status;
  readonly answer: Answer;
  readonly rulings: readonly Ruling[];
  readonly covers?: readonly string[];
}

const raw = (statusLine: string, ...fields: readonly string[]): string =>
  [statusLine, `Location: ${target}`, ...fields, '', ''].join('\r\n');

/** Whatever the phrase says, the number counts. */
const phrased = (name: string, status: Status, reason: string): Line => ({
  name: `reason-${name}`,
  title: `${status} with the reason phrase ${reason === '' ? 'left empty' : reason.slice(0, 40)}`,
  status,
  answer: { status, reason, location: target, body: 'moved' },
  rulings: [...following[status], must('rfc9110/reason-phrase-is-advice', ['followed', `returned ${status}`])],
  covers: ['m-status-text-irrelevant'],
});

/** A body without a length ends with the connection; that is how HTTP/1.0 always told. */
const untilClose: readonly Ruling[] = [...following[302], must('rfc9112/body-until-close', ['followed', 'returned 302'])];

const lines: readonly Line[] = [
  phrased('moved-temporarily', 302, 'Moved Temporarily'),
  phrased('ok', 302, 'OK'),
  phrased('not-found', 301, 'Not Found'),
  phrased('another-status', 308, '200 OK'),
  phrased('empty', 302, ''),
  phrased('empty-307', 307, ''),
  phrased('latin-1', 302, 'D\u00e9plac\u00e9'),
  phrased('long', 302, 'moved and moved again '.repeat(60).trim()),
  {
    name: 'reason-and-space-missing',
    title: '302 whose status line ends with the number',
    status: 302,
    answer: { raw: raw('HTTP/1.1 302', 'Content-Length: 0') },
    // The grammar wants the space: who takes the line for broken may.
    rulings: [
      must('fetch/follows-by-default', not('returned 302')),
      may('rfc9110/may-recover', ['followed', 'returned 302']),
      must('adr-016/rule-1', not('returned 302')),
    ],
    covers: ['m-status-text-irrelevant'],
  },
  {
    name: 'http-1-0',
    title: '302 in HTTP/1.0',
    status: 302,
    answer: { raw: `${raw('HTTP/1.0 302 Found')}moved`, ending: 'close' },
    rulings: untilClose,
  },
  {
    name: 'http-1-0-empty',
    title: '302 in HTTP/1.0, without a body',
    status: 302,
    answer: { raw: raw('HTTP/1.0 302 Found'), ending: 'close' },
    rulings: untilClose,
  },
  {
    name: 'http-1-0-kept-open',
    title: '302 in HTTP/1.0 on a connection that stays open',
    status: 302,
    answer: { raw: `${raw('HTTP/1.0 302 Found', 'Content-Length: 5', 'Connection: keep-alive')}moved` },
    rulings: following[302],
  },
];

export const statusLines: readonly Scenario[] = lines.map(({ name, title, answer, rulings, covers }) =>
  scenario({
    id: `status-coverage/${name}`,
    title,
    ...(covers && { covers }),
    routes: { '{home}/start': answer, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [{ fact: { kind: 'followed', to: target }, rulings }],
  }),
);
