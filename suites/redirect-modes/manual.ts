import { may, must, should } from '../rulings.ts';
import { gzipped } from '../redirect-bodies/checks.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, HeaderFields, Scenario, Template } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const manual: Call = { method: 'GET', url: start, redirect: 'manual' };

const opaque = 'Fetch hands over an opaque redirect, of status 0; clients outside of browsers show the redirect itself.';

/** The redirect comes back, as it is or opaque. */
export const handedOver = (status: number): readonly Ruling[] => [
  must('fetch/manual-mode-is-opaque', ['returned 0', `returned ${status}`], opaque),
  must('adr-016/rule-1', `returned ${status}`),
  should('convention/manual-shows-the-redirect', `returned ${status}`),
];

/** What of a redirect that is not opaque has to be as the server wrote it. */
const shown = (status: number, fact: Check['fact'], value: string): Check => ({
  fact,
  given: { fact: { kind: 'outcome' }, oneOf: [`returned ${status}`] },
  rulings: [must('adr-016/rule-1', value), should('convention/manual-shows-the-redirect', value)],
});

/** What the client says of itself: it has not gone anywhere. */
const stayed: readonly Check[] = [
  { fact: { kind: 'redirected' }, rulings: [must('fetch/response-redirected', 'false')] },
  {
    fact: { kind: 'final-url' },
    rulings: [must('fetch/response-url', start), should('convention/final-url-told', start)],
  },
  {
    fact: { kind: 'history' },
    rulings: [must('adr-016/rule-7', 'empty'), should('convention/history-in-order', 'empty')],
  },
];

const location = '/target?a=%2F&b#part';

const withLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}`,
    title: `${status}, its following switched off`,
    routes: {
      [start]: { status, headers: [['Location', location]], body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: manual,
    covers: [
      'rm-manual-shape',
      'rm-manual-url-flag',
      'rm-manual-location-raw-or-abs',
      'rm-follow-false',
      'rm-mock-follow-modes',
      'hm-redirect-url-readout',
    ],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: handedOver(status) },
      shown(status, { kind: 'response-header', name: 'Location' }, location),
      shown(status, { kind: 'response-body', from: start }, 'same bytes'),
      ...stayed,
    ],
  }),
);

const withoutLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}-without-location`,
    title: `${status} without Location, its following switched off`,
    routes: { [start]: { status, body: 'moved' } },
    call: manual,
    covers: ['rm-manual-shape'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: handedOver(status) },
      shown(status, { kind: 'response-body', from: start }, 'same bytes'),
    ],
  }),
);

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly call?: Partial<Call>;
  readonly headers?: HeaderFields;
}

/** Nothing is followed, so it does not matter where the Location leads, nor how often. */
const unused: readonly Row[] = [
  { name: 'limit-zero', title: 'a limit of 0 redirects', location: target, call: { maxRedirects: 0 } },
  { name: 'post', title: 'a POST', location: target, call: { method: 'POST', body: 'name=Zoë' } },
  {
    name: 'stream',
    title: 'a body that can be read once',
    location: target,
    call: { method: 'POST', body: { stream: ['na', 'me'] } },
  },
  { name: 'invalid-location', title: 'a Location that is no URL', location: 'http://[::1/' },
  { name: 'other-scheme', title: 'a Location that is not http', location: 'ftp://{other.host}/file' },
  { name: 'loop', title: 'a Location that leads nowhere else', location: start },
  { name: 'two-locations', title: 'two Locations', location: target, headers: [['Location', '{home}/another']] },
];

const whatever: readonly Scenario[] = unused.map(({ name, title, location: to, call, headers = [] }) =>
  scenario({
    id: `redirect-modes/manual-${name}`,
    title: `307 with following switched off, and ${title}`,
    routes: {
      [start]: { status: 307, headers: [['Location', to], ...headers], body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { ...manual, ...call },
    covers: ['rm-follow-false'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: handedOver(307) },
      shown(307, { kind: 'response-body', from: start }, 'same bytes'),
    ],
  }),
);

/** What gzip did to the redirect is undone like that of any answer. */
const coded: Scenario = scenario({
  id: 'redirect-modes/manual-gzip',
  title: '302 with a body in gzip, its following switched off',
  routes: {
    [start]: {
      raw: [
        'HTTP/1.1 302 Found',
        `Location: ${target}`,
        'Content-Encoding: gzip',
        `Content-Length: ${gzipped.length}`,
        '',
        gzipped,
      ].join('\r\n'),
    },
  },
  call: manual,
  covers: ['b-3xx-gzip-decoded-when-not-followed'],
  checks: [
    { fact: { kind: 'outcome' }, rulings: handedOver(302) },
    {
      fact: { kind: 'response-body', from: start },
      given: { fact: { kind: 'outcome' }, oneOf: ['returned 302'] },
      rulings: [
        must('adr-016/rule-1', ['same bytes', 'still coded']),
        should('convention/redirect-decoded-when-shown', 'same bytes', 'Some libraries leave every coding to their caller.'),
      ],
    },
  ],
});

const others = [200, 204, 300, 304, 399] as const;

/** What is no redirect is returned as ever. */
const ordinary: readonly Scenario[] = others.map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}`,
    title: `${status} with a Location, following switched off`,
    routes: { [start]: { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: manual,
    covers: ['rm-manual-no-redirect'],
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [
          must('fetch/redirect-statuses', `returned ${status}`),
          may('rfc9110/location-by-status', `returned ${status}`),
          ...(status < 300 ? [] : [must('adr-016/rule-1', `returned ${status}`)]),
        ],
      },
      { fact: { kind: 'redirected' }, rulings: [must('fetch/response-redirected', 'false')] },
    ],
  }),
);

export const manualMode: readonly Scenario[] = [...withLocation, ...withoutLocation, ...whatever, coded, ...ordinary];
