import type { RowId } from '../coverage/behaviours/index.ts';
import { following, understood } from '../rulings/following.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';

interface Line {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly rulings: readonly RulingOn<'followed'>[];
  readonly covers?: readonly RowId[];
}

const headerSection = (statusLine: string, ...fields: readonly string[]): string =>
  [statusLine, `Location: ${target}`, ...fields, '', ''].join('\r\n');

/** The number decides, and the phrase does not. */
const phrased = (name: string, status: 301 | 302 | 307 | 308, reason: string): Line => ({
  name: `reason-${name}`,
  title: `${status} with ${reason === '' ? 'an empty reason phrase' : `the reason phrase ${reason.slice(0, 40)}`}`,
  answer: { status, reason, location: target, body: 'moved' },
  rulings: [...following[status], must('rfc9110/reason-phrase-is-advice', understood(status))],
  covers: ['m-status-text-irrelevant'],
});

/** A body without a length ends with the connection, as usual in HTTP/1.0. */
const untilClose: readonly RulingOn<'followed'>[] = [...following[302], must('rfc9112/body-until-close', understood(302))];

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
    title: '302 whose status line ends after the number',
    answer: { raw: headerSection('HTTP/1.1 302', 'Content-Length: 0') },
    // The grammar requires the space, so a client may treat the line as invalid.
    rulings: [
      must('fetch/follows-by-default', not('returned 302')),
      may('rfc9110/may-recover', understood(302)),
      must('adr-016/rule-1', not('returned 302')),
    ],
    covers: ['m-status-text-irrelevant'],
  },
  {
    name: 'http-1-0',
    title: '302 in HTTP/1.0',
    answer: { raw: `${headerSection('HTTP/1.0 302 Found')}moved`, ending: 'close' },
    rulings: untilClose,
  },
  {
    name: 'http-1-0-empty',
    title: '302 in HTTP/1.0, without a body',
    answer: { raw: headerSection('HTTP/1.0 302 Found'), ending: 'close' },
    rulings: untilClose,
  },
  {
    name: 'http-1-0-kept-open',
    title: '302 in HTTP/1.0 on a connection that stays open',
    answer: { raw: `${headerSection('HTTP/1.0 302 Found', 'Content-Length: 5', 'Connection: keep-alive')}moved` },
    rulings: following[302],
  },
];

/** Unusual reason phrases, and answers in HTTP/1.0. */
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
