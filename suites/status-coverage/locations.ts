import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Response, Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'QUERY';

interface Row {
  readonly status: number;
  readonly methods: readonly Method[];
  readonly headers?: HeaderFields;
}

/** Where Location is not a target: it names what was created, or nothing that a client has to know. */
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

function notFollowed(status: number, method: Method): readonly Ruling[] {
  const returned = `returned ${status}`;
  const fetch = must('fetch/location-only-in-redirects', returned);
  if (status === 201) return [fetch, must('rfc9110/201-location-names-the-created', returned)];
  if (method === 'QUERY') return [fetch, must('rfc10008/2xx-location-is-no-redirect', returned)];
  return [fetch, should('rfc9110/location-by-status', returned)];
}

const cell = ({ status, headers = [] }: Row, method: Method): Scenario =>
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
  readonly covers: readonly string[];
  readonly rulings: readonly Ruling[];
}

const others: readonly Other3xx[] = [
  {
    name: '306-get',
    title: 'GET answered by 306 with Location',
    answer: { status: 306, location: target },
    covers: ['m3xx-unknown-location'],
    rulings: [must('fetch/redirect-statuses', 'returned 306'), should('rfc9110/306-is-reserved', 'returned 306')],
  },
  {
    name: '300-without-location',
    title: 'GET answered by 300 without Location, the choices in its body',
    answer: { status: 300, headers: [['Content-Type', 'text/html']], body: '<a href="/target">one</a> <a href="/b">another</a>' },
    covers: ['m300-no-location'],
    rulings: [must('fetch/redirect-statuses', 'returned 300'), should('rfc9110/redirect-needs-location', 'returned 300')],
  },
  {
    name: '399-without-location',
    title: 'GET answered by 399, which nobody has registered, without Location',
    answer: { status: 399, reason: 'Unheard Of', headers: [['Content-Type', 'text/html']], body: '<a href="/target">one</a>' },
    covers: ['m3xx-unknown-location'],
    // Like a 300, and of that nothing is left but the answer itself.
    rulings: [must('fetch/redirect-statuses', 'returned 399'), must('rfc9110/unknown-status-as-class', 'returned 399')],
  },
];

const other = ({ name, title, answer, covers, rulings }: Other3xx): Scenario =>
  scenario({
    id: `status-coverage/${name}`,
    title,
    covers,
    routes: { '{home}/start': answer, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings },
      ...(answer.body === undefined
        ? []
        : [
            {
              fact: { kind: 'response-body', from: '{home}/start' },
              given: { fact: { kind: 'followed', to: target }, oneOf: [`returned ${answer.status}`] },
              rulings: [must('common/response-is-one', 'same bytes')],
            } as const,
          ]),
    ],
  });

export const locationElsewhere: readonly Scenario[] = [
  ...rows.flatMap((row) => row.methods.map((method) => cell(row, method))),
  ...others.map((row) => other(row)),
];
