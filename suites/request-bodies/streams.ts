import type { RowId } from '../coverage/behaviours/index.ts';
import { requestRulings } from '../rulings/methods.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import { keepsMethod } from '../rulings/keeps-method.ts';
import { streamFollowedOverHttp1 } from '../rulings/streams.ts';
import type { Answer, Routes } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfGet, framingOfUpload, uploadTarget } from './shared.ts';

type Method = 'POST' | 'PUT';

const body = { stream: ['once upon ', 'a time ', 'there was a body'] } as const;

const fromACopy = 'A client that keeps a copy can send the body again. Fetch does not copy streams.';

/** Fetch follows only a 303, and over HTTP/1.1 not even that. Other clients follow if they have a copy of the body, or if no body has to be sent again. */
const followedRulings = (status: RedirectStatus): readonly RulingOn<'followed'>[] =>
  status === 303
    ? [streamFollowedOverHttp1, may('rfc9110/may-follow', ['followed', 'returned 303']), must('adr-016/rule-1', 'followed')]
    : [
        must('fetch/stream-body-refused', not('followed', `returned ${status}`), fromACopy),
        should('convention/stream-body-not-cut', not('cut off after 100 requests')),
      ];

const get = 'GET, no body';

/** Fetch has no ruling except after 303, because it does not make this request. */
function streamRulings(status: RedirectStatus, method: Method): readonly RulingOn<'request'>[] {
  const same = `${method}, same body` as const;
  if (status === 303) return requestRulings(status, method);
  if (status === 307 || status === 308)
    return [keepsMethod(status, `${method}, any body`), should('rfc9110/request-resent', same)];
  if (method === 'PUT') return [should('rfc9110/method-by-status', same), must('adr-016/rule-2', get)];
  return [may('rfc9110/301-post-may-become-get', [get, same]), must('adr-016/rule-2', get)];
}

const arrived = { status: 200, body: 'arrived' } as const;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly method: Method;
  readonly covers: readonly RowId[];
  readonly headers?: HeaderFields;
  readonly answer?: Answer;
}

const coversOf = (status: RedirectStatus, method: Method): readonly RowId[] => {
  if (status === 303) return ['s-303-stream-accept'];
  if (status > 303) return ['s-307-stream-reject', 's-non-repeatable-returned', 's-async-iterable-disturbed'];
  return [method === 'PUT' ? 's-301-302-put-stream' : 's-301-302-post-stream'];
};

const plain: readonly Row[] = redirectStatuses.flatMap((status) =>
  (['POST', 'PUT'] as const).map((method): Row => {
    const name = `${status}-${method.toLowerCase()}-stream`;
    return { name, title: `${method} of a stream answered by ${status}`, status, method, covers: coversOf(status, method) };
  }),
);

const special: readonly Row[] = [
  {
    name: '301-post-stream-of-a-form',
    title: 'POST of a form, as a stream, answered by 301',
    status: 301,
    method: 'POST',
    headers: [['Content-Type', 'multipart/form-data; boundary=xYzZY42']],
    covers: ['s-callback-form-switch-to-get'],
  },
  {
    name: '307-post-stream-with-length',
    title: 'POST of a stream with a Content-Length set by the caller, answered by 307',
    status: 307,
    method: 'POST',
    headers: [['Content-Length', '33']],
    covers: ['s-stream-explicit-content-length'],
  },
  {
    name: '301-post-stream-by-http-1-0',
    title: 'POST of a stream answered by 301 in HTTP/1.0',
    status: 301,
    method: 'POST',
    answer: { raw: `HTTP/1.0 301 Moved Permanently\r\nLocation: ${uploadTarget}\r\n\r\n`, ending: 'close' },
    covers: ['s-chunked-to-http10'],
  },
];

/** The field that describes the stream is dropped together with it. */
const contentTypeDropped: Check = {
  fact: { kind: 'field', name: 'Content-Type', at: uploadTarget },
  given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [get] },
  rulings: [should('rfc9110/content-fields-dropped', 'absent')],
};

const checksOf = ({ status, method, name }: Pick<Row, 'status' | 'method' | 'name'>): readonly Check[] => [
  { fact: { kind: 'followed', to: uploadTarget }, rulings: followedRulings(status) },
  { fact: { kind: 'request', at: uploadTarget }, rulings: streamRulings(status, method) },
  ...(name.endsWith('form') ? [contentTypeDropped] : []),
  status < 307 && method === 'POST' ? framingOfGet : framingOfUpload,
];

const toScenario = (row: Row): Scenario =>
  scenario({
    id: `request-bodies/${row.name}`,
    title: row.title,
    covers: row.covers,
    routes: {
      '{home}/start': row.answer ?? { status: row.status, location: uploadTarget, body: 'moved' },
      [uploadTarget]: arrived,
    },
    call: { method: row.method, url: '{home}/start', ...(row.headers && { headers: row.headers }), body },
    checks: checksOf(row),
  });

/** A client that has followed the 303 has no body left, so nothing keeps it from following further. */
const arrivesOnceGone: Check = {
  fact: { kind: 'requests', at: uploadTarget },
  given: { fact: { kind: 'requests', at: '{home}/second' }, oneOf: ['1'] },
  rulings: [must('fetch/stream-body-passes-303', '1')],
};

/** Three redirects: a copy that was kept for the first has to be there for the last. */
const threeRedirects = (status: 303 | 307, title: string, covers: readonly RowId[]): Scenario => {
  const name = `${status}-307-307-stream`;
  const routes: Routes = {
    '{home}/start': { status, location: '{home}/second' },
    '{home}/second': { status: 307, location: '{home}/third' },
    '{home}/third': { status: 307, location: uploadTarget },
    [uploadTarget]: arrived,
  };
  return scenario({
    id: `request-bodies/${name}`,
    title,
    covers,
    routes,
    call: { method: 'POST', url: '{home}/start', body },
    checks: [...checksOf({ name, status, method: 'POST' }), ...(status === 303 ? [arrivesOnceGone] : [])],
  });
};

/** Bodies that can be read only once. */
export const streamedBodies: readonly Scenario[] = [
  ...[...plain, ...special].map(toScenario),
  threeRedirects(307, 'POST of a stream by 307, three times', ['s-stream-replayed-by-buffering']),
  threeRedirects(303, 'POST of a stream that became GET by 303, then 307, twice', ['s-303-stream-accept']),
];
