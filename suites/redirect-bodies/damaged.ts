import type { RowId } from '../coverage/behaviours/index.ts';
import { gzipped } from '../builders/payloads.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { finalAnswer, finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

const eitherWay =
  'Status and Location are complete, so most clients follow. Others read the body first, and treat the answer as invalid.';

/** The message is valid: what is wrong with its content, or comes after its end, does not matter to the redirect. */
const followedAnyway: readonly RulingOn<'followed'>[] = [
  must('fetch/follows-by-default', 'followed', eitherWay),
  may('rfc9110/302-may-follow', ['followed', 'returned 302'], eitherWay),
  must('adr-016/rule-1', 'followed', eitherWay),
  should('convention/redirect-body-does-not-matter', ['followed', 'returned 302'], eitherWay),
];

/** The message itself is invalid, and no text says more. */
const recoveredOrNot: readonly RulingOn<'followed'>[] = [
  may('rfc9110/may-recover', ['followed', 'returned 302', 'any error']),
  may('convention/redirect-body-does-not-matter', ['followed', 'returned 302', 'any error']),
];

const discarded: readonly RulingOn<'followed'>[] = [must('rfc9112/invalid-length-discarded', not('followed', 'returned 302'))];

/** Bytes after the end of the redirect are not the answer to the next request. */
const surplusIgnored: Check = {
  fact: { kind: 'response-body', from: redirectTarget },
  given: { fact: { kind: 'followed', to: redirectTarget }, oneOf: ['followed'] },
  rulings: [must('rfc9112/surplus-is-no-response', 'same bytes')],
};

/** The answer to HEAD has no body, so a field shows which answer the caller got. */
const finalFieldsAreWhole: Check = {
  fact: { kind: 'response-header', name: 'Content-Type' },
  given: { fact: { kind: 'followed', to: redirectTarget }, oneOf: ['followed'] },
  rulings: [must('rfc9112/surplus-is-no-response', 'text/plain')],
};

const surplus = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake';

interface Damage {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Template[];
  /** Whether the server ends the connection, and says so: a client that used it again would race with its end. */
  readonly closes?: true;
  readonly method?: 'HEAD';
  readonly check?: Check;
  /** Rulings on whether it is followed. Default: as if nothing were wrong. */
  readonly rulings?: readonly RulingOn<'followed'>[];
  readonly covers?: readonly RowId[];
}

const coding: readonly RowId[] = ['b-3xx-wrong-content-encoding'];

const damages: readonly Damage[] = [
  {
    name: 'gzip-junk',
    title: 'plain text labeled as gzip',
    lines: ['Content-Encoding: gzip', 'Content-Length: 5', '', 'moved'],
    covers: coding,
  },
  {
    name: 'gzip-empty',
    title: 'an empty body labeled as gzip',
    lines: ['Content-Encoding: gzip', 'Content-Length: 0', '', ''],
    covers: coding,
  },
  {
    name: 'gzip-cut',
    title: 'an incomplete gzip body',
    lines: ['Content-Encoding: gzip', 'Content-Length: 12', '', gzipped.slice(0, 12)],
    covers: coding,
  },
  {
    name: 'gzip-chunked-empty',
    title: 'an empty chunked body labeled as gzip',
    lines: ['Content-Encoding: gzip', 'Transfer-Encoding: chunked', '', '0', '', ''],
    covers: coding,
  },
  {
    name: 'brotli-junk',
    title: 'plain text labeled as Brotli',
    lines: ['Content-Encoding: br', 'Content-Length: 5', '', 'moved'],
    covers: coding,
  },
  {
    name: 'brotli-empty',
    title: 'an empty body labeled as Brotli',
    lines: ['Content-Encoding: br', 'Content-Length: 0', '', ''],
    covers: coding,
  },
  {
    name: 'unknown-coding',
    title: 'an unknown content coding',
    lines: ['Content-Encoding: rot13', 'Content-Length: 5', '', 'zbirq'],
    covers: coding,
  },
  {
    name: 'chunks-junk',
    title: 'chunks whose size is not a number',
    lines: ['Transfer-Encoding: chunked', '', 'five', 'moved', '0', '', ''],
    closes: true,
    rulings: recoveredOrNot,
  },
  {
    name: 'length-and-chunked',
    title: 'both Content-Length and chunked',
    lines: ['Content-Length: 3', 'Transfer-Encoding: chunked', '', '5', 'moved', '0', '', ''],
    closes: true,
    rulings: recoveredOrNot,
  },
  {
    name: 'two-lengths',
    title: 'two different values of Content-Length',
    lines: ['Content-Length: 3', 'Content-Length: 5', '', 'moved'],
    closes: true,
    rulings: discarded,
  },
  {
    name: 'length-no-number',
    title: 'a Content-Length that is not a number',
    lines: ['Content-Length: many', '', 'moved'],
    closes: true,
    rulings: discarded,
  },
  {
    name: 'longer-than-said',
    title: 'more bytes than its Content-Length',
    lines: ['Content-Length: 2', '', 'moved'],
    check: surplusIgnored,
  },
  {
    name: 'second-response',
    title: 'a second response after it',
    lines: ['Content-Length: 5', '', `moved${surplus}`],
    check: surplusIgnored,
  },
  {
    name: 'surplus-after-no-body',
    title: 'Content-Length: 0, and a second response after it',
    lines: ['Content-Length: 0', '', surplus],
    check: surplusIgnored,
  },
  {
    name: 'surplus-after-last-chunk',
    title: 'a second response after its last chunk',
    lines: ['Transfer-Encoding: chunked', '', '5', 'moved', '0', '', surplus],
    check: surplusIgnored,
  },
  {
    name: 'surplus-after-trailers',
    title: 'a second response after the fields that follow its last chunk',
    lines: ['Transfer-Encoding: chunked', '', '5', 'moved', '0', 'X-Sum: 5', '', surplus],
    check: surplusIgnored,
  },
  {
    name: 'surplus-of-line-ends',
    title: 'Content-Length: 0, and empty lines and a second response after it',
    lines: ['Content-Length: 0', '', '', '', surplus],
    check: surplusIgnored,
  },
  {
    name: 'head-with-response',
    title: 'a second response after the answer to HEAD',
    lines: ['Content-Length: 5', '', surplus],
    method: 'HEAD',
    check: finalFieldsAreWhole,
  },
  {
    name: 'head-with-body',
    title: 'a body in the answer to HEAD',
    lines: ['Content-Length: 5', '', 'moved'],
    method: 'HEAD',
    covers: ['b-3xx-body-on-head'],
  },
];

const start: readonly Template[] = ['HTTP/1.1 302 Found', `Location: ${redirectTarget}`];

/** Redirects with a body that is invalid, or longer than announced. */
export const damaged: readonly Scenario[] = damages.map(
  ({ name, title, lines, closes, method = 'GET', check, rulings = followedAnyway, covers }) =>
    scenario({
      id: `redirect-bodies/${name}`,
      title: `302 with ${title}`,
      ...(covers && { covers }),
      routes: {
        [redirectStart]: { raw: [...start, ...(closes ? ['Connection: close'] : []), ...lines].join('\r\n') },
        [redirectTarget]: finalAnswer,
      },
      call: { method, url: redirectStart },
      checks: [
        { fact: { kind: 'followed', to: redirectTarget }, rulings },
        ...(check ? [check] : method === 'HEAD' || closes ? [] : [finalBodyIsWhole]),
      ],
    }),
);
