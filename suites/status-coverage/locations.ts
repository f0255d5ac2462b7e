import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'QUERY';

interface Row {
  readonly status: number;
  readonly methods: readonly Method[];
  readonly headers?: HeaderFields;
}

/** Statuses where Location is not a target: it names the created resource, or has no defined meaning. */
const rows: readonly Row[] = [
  { status: 200, methods: ['GET', 'HEAD', 'POST', 'QUERY'] },
  { status: 201, methods: ['GET', 'POST', 'PUT', 'QUERY'] },
  { status: 202, methods: ['GET', 'POST'] },
  { status: 204, methods: ['GET', 'PUT'] },
  { status: 400, methods: ['GET'] },
  { status: 401, methods: ['GET', 'POST'], headers: [['WWW-Authenticate', 'Bearer']] },
  { status: 404, methods: ['GET', 'POST'] },
  { status: 410, methods: ['GET'] },
  { status: 501, methods: ['GET'] },
  { status: 503, methods: ['GET', 'POST'] },
];

const isWrite = (method: Method): boolean => method !== 'GET' && method !== 'HEAD';

function notFollowed(status: number, method: Method): readonly RulingOn<'followed'>[] {
  const returned = `returned ${status}` as const;
  const fetch = must('fetch/location-only-in-redirects', returned);
  if (status === 201) return [fetch, must('rfc9110/201-location-names-the-created', not('followed'))];
  if (method === 'QUERY') return [fetch, must('rfc10008/2xx-location-is-no-redirect', not('followed'))];
  return [fetch, should('rfc9110/location-by-status', not('followed'))];
}

const toScenario = ({ status, headers = [] }: Row, method: Method): Scenario =>
  scenario({
    id: `status-coverage/${status}-${method.toLowerCase()}`,
    title: `${method} answered by ${status} with Location`,
    covers: [status < 300 ? 'm2xx-location-ignored' : 'm4xx-not-redirect'],
    routes: {
      '{home}/start': { status, location: target, headers, body: 'this is it' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', ...(isWrite(method) && { body: 'name=Zoë' }) },
    checks: [{ fact: { kind: 'followed', to: target }, rulings: notFollowed(status, method) }],
  });

interface Other3xx {
  readonly name: string;
  readonly title: string;
  readonly answer: Response;
  readonly covers: readonly RowId[];
  readonly rulings: readonly RulingOn<'followed'>[];
}

const choosing = 'A user agent may choose from the list in a 300, if it understands the media type of the list.';

const others: readonly Other3xx[] = [
  {
    name: '306-get',
    title: 'GET answered by 306 with Location',
    answer: { status: 306, location: target },
    covers: ['m3xx-unknown-location'],
    rulings: [must('fetch/redirect-statuses', 'returned 306'), may('rfc9110/306-is-reserved', 'returned 306')],
  },
  {
    name: '300-without-location',
    title: 'GET answered by 300 without Location, with the choices in its body',
    answer: { status: 300, headers: [['Content-Type', 'text/html']], body: '<a href="/target">one</a> <a href="/b">another</a>' },
    covers: ['m300-no-location'],
    rulings: [must('fetch/redirect-statuses', 'returned 300'), may('rfc9110/300-may-choose', ['returned 300', 'followed'])],
  },
  {
    name: '399-without-location',
    title: 'GET answered by 399, which is not registered, without Location',
    answer: { status: 399, reason: 'Unheard Of', headers: [['Content-Type', 'text/html']], body: '<a href="/target">one</a>' },
    covers: ['m3xx-unknown-location'],
    // Treated like a 300 (RFC 9110 section 15), and a 300 without Location names no preferred target.
    rulings: [
      must('fetch/redirect-statuses', 'returned 399'),
      must('rfc9110/unknown-status-as-class', not('followed'), choosing),
    ],
  },
];

const bodyReturned = ({ status }: Response): Check => ({
  fact: { kind: 'response-body', from: '{home}/start' },
  given: { fact: { kind: 'followed', to: target }, oneOf: [`returned ${status}`] },
  rulings: [must('common/response-is-one', 'same bytes')],
});

const fromOther3xx = ({ name, title, answer, covers, rulings }: Other3xx): Scenario =>
  scenario({
    id: `status-coverage/${name}`,
    title,
    covers,
    routes: { '{home}/start': answer, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [{ fact: { kind: 'followed', to: target }, rulings }, ...(answer.body === undefined ? [] : [bodyReturned(answer)])],
  });

/** Statuses outside the five redirects. */
export const locationElsewhere: readonly Scenario[] = [
  ...rows.flatMap((row) => row.methods.map((method) => toScenario(row, method))),
  ...others.map(fromOther3xx),
];
