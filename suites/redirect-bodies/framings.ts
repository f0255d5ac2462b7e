import type { RowId } from '../coverage/behaviours/index.ts';
import { gzipped } from '../builders/payloads.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import { following, understood } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Answer, Response } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { finalAnswer, finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Partial<Response> | { readonly raw: readonly string[]; readonly ending?: 'close' };
  readonly method?: 'HEAD' | 'POST';
  readonly status?: RedirectStatus;
  /** The requirement that defines where the body ends. */
  readonly because?: KnownRequirementId;
  readonly covers?: readonly RowId[];
}

const html: HeaderFields = [['Content-Type', 'text/html']];
const page = '<html><body>Moved <a href="/elsewhere">here</a>.</body></html>';

const discarded: readonly RowId[] = ['b-redirect-response-body-discarded'];

const rows: readonly Row[] = [
  { name: 'none', title: 'no body', answer: {} },
  { name: 'page', title: 'an HTML page', answer: { headers: html, body: page }, covers: discarded },
  {
    name: 'page-307',
    title: 'an HTML page',
    answer: { headers: html, body: page },
    method: 'POST',
    status: 307,
    covers: discarded,
  },
  {
    name: 'page-303',
    title: 'an HTML page',
    answer: { headers: html, body: page },
    method: 'POST',
    status: 303,
    covers: discarded,
  },
  {
    name: 'like-a-response',
    title: 'a body that looks like a response',
    answer: { body: 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n' },
    covers: discarded,
  },
  { name: 'large', title: '256 kB', answer: { body: { repeat: 'sixteen letters ', times: 16_384 } }, covers: discarded },
  { name: 'megabyte', title: '1 MB', answer: { body: { repeat: 'sixteen letters ', times: 65_536 } }, covers: discarded },
  {
    name: 'chunked',
    title: 'a chunked body',
    answer: { body: page, framing: 'chunked' },
    because: 'rfc9112/chunked-understood',
    covers: discarded,
  },
  {
    name: 'chunked-empty',
    title: 'an empty chunked body',
    answer: { framing: 'chunked' },
    because: 'rfc9112/chunked-understood',
    covers: ['b-3xx-chunked-empty'],
  },
  {
    name: 'chunked-with-extras',
    title: 'chunks with extensions and trailer fields',
    answer: {
      raw: [
        'Transfer-Encoding: chunked',
        '',
        '5;name="value"',
        'moved',
        '00',
        'X-Trailer: late',
        'Location: {home}/late',
        '',
        '',
      ],
    },
    because: 'rfc9112/chunked-understood',
  },
  {
    name: 'until-close',
    title: 'a body that ends with the connection',
    answer: { body: page, framing: 'close' },
    because: 'rfc9112/body-until-close',
    covers: ['b-3xx-no-length'],
  },
  {
    name: 'until-close-unannounced',
    title: 'a body that ends with the connection, without Connection: close',
    answer: { raw: ['Content-Type: text/html', '', page], ending: 'close' },
    because: 'rfc9112/body-until-close',
    covers: ['b-3xx-no-length', 'cr-half-close'],
  },
  {
    name: 'gzip',
    title: 'a gzip body',
    answer: { raw: ['Content-Encoding: gzip', `Content-Length: ${gzipped.length}`, '', gzipped] },
    covers: discarded,
  },
  {
    name: 'endless',
    title: 'a body that never ends',
    answer: { raw: ['Content-Type: text/html', 'Content-Length: 100', '', page] },
    covers: ['ab-hanging-3xx-body'],
  },
  {
    name: 'head',
    title: 'the Content-Length of a page, in answer to HEAD',
    answer: { headers: html, body: page },
    method: 'HEAD',
    because: 'rfc9112/head-ends-with-its-fields',
  },
  {
    name: 'head-chunked',
    title: 'Transfer-Encoding: chunked, in answer to HEAD',
    answer: { body: page, framing: 'chunked' },
    method: 'HEAD',
    because: 'rfc9112/head-ends-with-its-fields',
  },
];

const phrases: Readonly<Record<RedirectStatus, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

function answerOf({ answer, status = 302 }: Row): Answer {
  if (!('raw' in answer)) return { status, location: redirectTarget, ...answer };
  const raw = [`HTTP/1.1 ${status} ${phrases[status]}`, `Location: ${redirectTarget}`, ...answer.raw].join('\r\n');
  return { raw, ...(answer.ending && { ending: answer.ending }) };
}

const toScenario = (row: Row): Scenario => {
  const { name, title, method = 'GET', status = 302, because, covers } = row;
  return scenario({
    id: `redirect-bodies/${name}`,
    title: `${status} with ${title}`,
    ...(covers && { covers }),
    routes: { [redirectStart]: answerOf(row), [redirectTarget]: finalAnswer },
    call: { method, url: redirectStart, ...(method === 'POST' && { body: 'name=Zoë' }) },
    checks: [
      {
        fact: { kind: 'followed', to: redirectTarget },
        rulings: [...following[status], ...(because ? [must(because, understood(status))] : [])],
      },
      ...(method === 'HEAD' ? [] : [finalBodyIsWhole]),
    ],
  });
};

/** Valid bodies: a client that follows has to find where they end. */
export const framings: readonly Scenario[] = rows.map(toScenario);
