import { following } from '../following.ts';
import { must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import type { Answer, HeaderFields, Response, Scenario } from '../vocabulary/scenario.ts';
import { arrived, finalBody, gzipped, start, target } from './checks.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Partial<Response> | { readonly raw: readonly string[]; readonly ending?: 'close' };
  readonly method?: 'HEAD' | 'POST';
  readonly status?: RedirectStatus;
  /** Why a client that understands HTTP/1.1 finds the end of it. */
  readonly because?: KnownRequirementId;
  readonly covers?: readonly string[];
}

const html: HeaderFields = [['Content-Type', 'text/html']];
const page = '<html><body>Moved <a href="/elsewhere">here</a>.</body></html>';

const discarded = ['b-redirect-response-body-discarded'];

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
    title: 'a body in chunks',
    answer: { body: page, framing: 'chunked' },
    because: 'rfc9112/chunked-understood',
    covers: discarded,
  },
  {
    name: 'chunked-empty',
    title: 'an empty body in chunks',
    answer: { framing: 'chunked' },
    because: 'rfc9112/chunked-understood',
    covers: ['b-3xx-chunked-empty'],
  },
  {
    name: 'chunked-with-extras',
    title: 'chunks with extensions and trailers',
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
    title: 'a body that ends with the connection, which nothing announced',
    answer: { raw: ['Content-Type: text/html', '', page], ending: 'close' },
    because: 'rfc9112/body-until-close',
    covers: ['b-3xx-no-length', 'cr-half-close'],
  },
  {
    name: 'gzip',
    title: 'a body in gzip',
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
    title: 'HEAD, and the length of a page',
    answer: { headers: html, body: page },
    method: 'HEAD',
    because: 'rfc9112/head-ends-with-its-fields',
  },
  {
    name: 'head-chunked',
    title: 'HEAD, and chunks announced',
    answer: { body: page, framing: 'chunked' },
    method: 'HEAD',
    because: 'rfc9112/head-ends-with-its-fields',
  },
];

const reasons: Readonly<Record<RedirectStatus, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
};

function answerOf({ answer, status = 302 }: Row): Answer {
  if (!('raw' in answer)) return { status, location: target, ...answer };
  const raw = [`HTTP/1.1 ${status} ${reasons[status]}`, `Location: ${target}`, ...answer.raw].join('\r\n');
  return { raw, ...(answer.ending && { ending: answer.ending }) };
}

/** Sound bodies: whoever follows has to find their end. */
export const framings: readonly Scenario[] = rows.map((row) => {
  const { name, title, method = 'GET', status = 302, because, covers } = row;
  return scenario({
    id: `redirect-bodies/${name}`,
    title: `${status} with ${title}`,
    ...(covers && { covers }),
    routes: { [start]: answerOf(row), [target]: arrived },
    call: { method, url: start, ...(method === 'POST' && { body: 'name=Zoë' }) },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [...following[status], ...(because ? [must(because, ['followed', `returned ${status}`])] : [])],
      },
      ...(method === 'HEAD' ? [] : [finalBody]),
    ],
  });
});
