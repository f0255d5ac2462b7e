import { may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { arrived, finalBody, gzipped, start, target } from './checks.ts';

const eitherWay =
  'Status and Location are whole, so most clients follow; others take the answer for broken. Both come to an end.';

/** Nobody demands that a broken answer is followed, nor that it is not. */
const noted: readonly Ruling[] = [
  may('fetch/follows-by-default', 'followed', eitherWay),
  may('adr-016/rule-1', 'followed', eitherWay),
  may('convention/redirect-body-does-not-matter', ['followed', 'returned 302'], eitherWay),
];

/** Bytes behind the end of the redirect are not the answer to the next request. */
const surplusIgnored: Check = {
  fact: { kind: 'response-body', from: target },
  given: { fact: { kind: 'followed', to: target }, oneOf: ['followed'] },
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
  readonly covers?: readonly string[];
}

const coding = ['b-3xx-wrong-content-encoding'];

const damages: readonly Damage[] = [
  {
    name: 'gzip-junk',
    title: 'text that says it is gzip',
    lines: ['Content-Encoding: gzip', 'Content-Length: 5', '', 'moved'],
    covers: coding,
  },
  {
    name: 'gzip-empty',
    title: 'nothing that says it is gzip',
    lines: ['Content-Encoding: gzip', 'Content-Length: 0', '', ''],
    covers: coding,
  },
  {
    name: 'gzip-cut',
    title: 'half a gzip',
    lines: ['Content-Encoding: gzip', 'Content-Length: 12', '', gzipped.slice(0, 12)],
    covers: coding,
  },
  {
    name: 'gzip-chunked-empty',
    title: 'nothing, in chunks, that says it is gzip',
    lines: ['Content-Encoding: gzip', 'Transfer-Encoding: chunked', '', '0', '', ''],
    covers: coding,
  },
  {
    name: 'brotli-junk',
    title: 'text that says it is Brotli',
    lines: ['Content-Encoding: br', 'Content-Length: 5', '', 'moved'],
    covers: coding,
  },
  {
    name: 'brotli-empty',
    title: 'nothing that says it is Brotli',
    lines: ['Content-Encoding: br', 'Content-Length: 0', '', ''],
    covers: coding,
  },
  {
    name: 'unknown-coding',
    title: 'a coding that nobody knows',
    lines: ['Content-Encoding: rot13', 'Content-Length: 5', '', 'zbirq'],
    covers: coding,
  },
  {
    name: 'chunks-junk',
    title: 'chunks whose size is no number',
    lines: ['Transfer-Encoding: chunked', '', 'five', 'moved', '0', '', ''],
    ending: 'close',
  },
  {
    name: 'length-and-chunked',
    title: 'both a length and chunks',
    lines: ['Content-Length: 3', 'Transfer-Encoding: chunked', '', '5', 'moved', '0', '', ''],
    ending: 'close',
  },
  {
    name: 'two-lengths',
    title: 'two lengths that differ',
    lines: ['Content-Length: 3', 'Content-Length: 5', '', 'moved'],
    ending: 'close',
  },
  {
    name: 'length-no-number',
    title: 'a length that is no number',
    lines: ['Content-Length: many', '', 'moved'],
    ending: 'close',
  },
  {
    name: 'longer-than-said',
    title: 'more bytes than its length says',
    lines: ['Content-Length: 2', '', 'moved'],
    check: surplusIgnored,
  },
  {
    name: 'second-response',
    title: 'a second response behind it',
    lines: ['Content-Length: 5', '', `moved${surplus}`],
    check: surplusIgnored,
  },
  {
    name: 'head-with-body',
    title: 'a body in answer to HEAD',
    lines: ['Content-Length: 5', '', 'moved'],
    method: 'HEAD',
    covers: ['b-3xx-body-on-head'],
  },
];

export const damaged: readonly Scenario[] = damages.map(({ name, title, lines, ending, method = 'GET', check, covers }) =>
  scenario({
    id: `redirect-bodies/${name}`,
    title: `302 with ${title}`,
    ...(covers && { covers }),
    routes: {
      [start]: { raw: ['HTTP/1.1 302 Found', `Location: ${target}`, ...lines].join('\r\n'), ...(ending && { ending }) },
      [target]: arrived,
    },
    call: { method, url: start },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: noted },
      ...(check ? [check] : method === 'HEAD' || ending ? [] : [finalBody]),
    ],
  }),
);
