import { may, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Answer, HeaderFields, Routes, Scenario } from '../vocabulary/scenario.ts';
import { framingOfGet, framingRulings, target, whateverBody } from './bodies.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

type Method = 'POST' | 'PUT';

const body = { stream: ['once upon ', 'a time ', 'there was a body'] } as const;

const fromACopy = 'A client that keeps a copy has something to send again; the standard knows no copies of streams.';
const overHttp1 = 'Over HTTP/1.1 the standard refuses such a body before the first request; libraries send it.';

/** Whether it goes on at all: by Fetch after a 303 only, by others if there is a copy, or if nothing has to be sent again. */
const followedIf = (status: RedirectStatus): readonly Ruling[] =>
  status === 303
    ? [
        must('fetch/stream-body-passes-303', 'followed', overHttp1),
        may('rfc9110/may-follow', ['followed', 'returned 303']),
        must('adr-016/rule-1', 'followed'),
      ]
    : [
        must('fetch/stream-body-refused', not('followed', `returned ${status}`), fromACopy),
        should('convention/stream-body-not-cut', not('cut off after 100 requests')),
      ];

const get = 'GET, no body';

function requestRulings(status: RedirectStatus, method: Method): readonly Ruling[] {
  const same = `${method}, same body`;
  if (status === 303)
    return [must('fetch/303-becomes-get', get), should('rfc9110/303-is-retrieved', get), must('adr-016/rule-3', get)];
  if (status === 307) return [must('rfc9110/307-keeps-method', whateverBody(method)), should('rfc9110/request-resent', same)];
  if (status === 308) return [must('rfc9110/308-keeps-method', whateverBody(method)), should('rfc9110/request-resent', same)];
  if (method === 'PUT') return [should('rfc9110/method-by-status', same), must('adr-016/rule-2', get)];
  return [may('rfc9110/301-post-may-become-get', [get, same]), must('adr-016/rule-2', get)];
}

const arrived = { status: 200, body: 'arrived' } as const;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly method: Method;
  readonly covers: readonly string[];
  readonly headers?: HeaderFields;
  readonly answer?: Answer;
}

const coversOf = (status: RedirectStatus, method: Method): readonly string[] => {
  if (status === 303) return ['s-303-stream-accept'];
  if (status > 303) return ['s-307-stream-reject', 's-non-repeatable-returned', 's-async-iterable-disturbed'];
  return [method === 'PUT' ? 's-301-302-put-stream' : 's-301-302-post-stream'];
};

const cells: readonly Row[] = redirectStatuses.flatMap((status) =>
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
    title: 'POST of a stream with a Content-Length of the caller, answered by 307',
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
    answer: { raw: `HTTP/1.0 301 Moved Permanently\r\nLocation: ${target}\r\n\r\n`, ending: 'close' },
    covers: ['s-chunked-to-http10'],
  },
];

/** What was said of the stream leaves with it. */
const typeGone: Check = {
  fact: { kind: 'field', name: 'Content-Type', at: target },
  given: { fact: { kind: 'request', at: target }, oneOf: [get] },
  rulings: [should('rfc9110/content-fields-dropped', 'absent')],
};

const checksOf = ({ status, method, name }: Row): readonly Check[] => [
  { fact: { kind: 'followed', to: target }, rulings: followedIf(status) },
  { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
  ...(name.endsWith('form') ? [typeGone] : []),
  status < 307 && method === 'POST' ? framingOfGet : { fact: { kind: 'framing', at: target }, rulings: framingRulings },
];

const one = (row: Row): Scenario =>
  scenario({
    id: `request-bodies/${row.name}`,
    title: row.title,
    covers: row.covers,
    routes: { '{home}/start': row.answer ?? { status: row.status, location: target, body: 'moved' }, [target]: arrived },
    call: { method: row.method, url: '{home}/start', ...(row.headers && { headers: row.headers }), body },
    checks: checksOf(row),
  });

/** Three redirects: what was kept for the first has to be there for the last. */
const far = (status: 303 | 307, title: string, covers: readonly string[]): Scenario => {
  const routes: Routes = {
    '{home}/start': { status, location: '{home}/second' },
    '{home}/second': { status: 307, location: '{home}/third' },
    '{home}/third': { status: 307, location: target },
    [target]: arrived,
  };
  return scenario({
    id: `request-bodies/${status}-307-307-stream`,
    title,
    covers,
    routes,
    call: { method: 'POST', url: '{home}/start', body },
    checks: checksOf({ name: '', title, status, method: 'POST', covers }),
  });
};

/** Bodies that can be read only once. */
export const streams: readonly Scenario[] = [
  ...[...cells, ...special].map((row) => one(row)),
  far(307, 'POST of a stream by 307, three times', ['s-stream-replayed-by-buffering']),
  far(303, 'POST of a stream that became GET by 303, then 307, twice', ['s-303-stream-accept']),
];
