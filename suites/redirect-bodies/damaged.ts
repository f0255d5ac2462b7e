import type { RowId } from '../coverage/behaviours/index.ts';
import { gzipped } from '../builders/payloads.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { finalAnswer, finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

const eitherWay =
  'Status and Location are complete, so most clients follow. Others treat the answer as invalid. In both cases the call settles.';

/** No standard requires that a damaged answer is followed, or that it is not. */
const noted: readonly RulingOn<'followed'>[] = [
  may('fetch/follows-by-default', 'followed', eitherWay),
  may('adr-016/rule-1', 'followed', eitherWay),
  may('convention/redirect-body-does-not-matter', ['followed', 'returned 302'], eitherWay),
];

/** Bytes after the end of the redirect are not the answer to the next request. */
const surplusIgnored: Check = {
  fact: { kind: 'response-body', from: redirectTarget },
  given: { fact: { kind: 'followed', to: redirectTarget }, oneOf: ['followed'] },
  rulings: [must('rfc9112/surplus-is-no-response', 'same bytes')],
};

const surplus = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake';

interface Damage {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Template[];
  readonly ending?: 'close' | 'reset';
  readonly method?: 'HEAD';
  readonly check?: Check;
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
    ending: 'close',
  },
  {
    name: 'length-and-chunked',
    title: 'both Content-Length and chunked',
    lines: ['Content-Length: 3', 'Transfer-Encoding: chunked', '', '5', 'moved', '0', '', ''],
    ending: 'close',
  },
  {
    name: 'two-lengths',
    title: 'two different values of Content-Length',
    lines: ['Content-Length: 3', 'Content-Length: 5', '', 'moved'],
    ending: 'close',
  },
  {
    name: 'length-no-number',
    title: 'a Content-Length that is not a number',
    lines: ['Content-Length: many', '', 'moved'],
    ending: 'close',
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
    name: 'head-with-body',
    title: 'a body in the answer to HEAD',
    lines: ['Content-Length: 5', '', 'moved'],
    method: 'HEAD',
    covers: ['b-3xx-body-on-head'],
  },
];

/** Redirects with a body that is invalid, or longer than announced. */
export const damaged: readonly Scenario[] = damages.map(({ name, title, lines, ending, method = 'GET', check, covers }) =>
  scenario({
    id: `redirect-bodies/${name}`,
    title: `302 with ${title}`,
    ...(covers && { covers }),
    routes: {
      [redirectStart]: {
        raw: ['HTTP/1.1 302 Found', `Location: ${redirectTarget}`, ...lines].join('\r\n'),
        ...(ending && { ending }),
      },
      [redirectTarget]: finalAnswer,
    },
    call: { method, url: redirectStart },
    checks: [
      { fact: { kind: 'followed', to: redirectTarget }, rulings: noted },
      ...(check ? [check] : method === 'HEAD' || ending ? [] : [finalBodyIsWhole]),
    ],
  }),
);
