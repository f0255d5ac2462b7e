import { fieldsHandedOver, answerFields } from '../builders/answer-fields.ts';
import { gzipped, noText } from '../builders/payloads.ts';
import { handedOver } from '../rulings/manual.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import { streamHandedOver } from '../rulings/streams.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, Given, Ruling, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const manual: Call = { method: 'GET', url: start, redirect: 'manual' };

/** The caller got the redirect itself, and not an opaque one. */
const ifShown = (status: number): Given => ({ fact: { kind: 'outcome' }, oneOf: [`returned ${status}`] });

const sentForm = 'The record says that the redirect is handed to the caller, not in which form.';

/** The redirect is as the server sent it. */
const unchanged = <Value extends string>(value: Value): readonly Ruling<Value>[] => [
  may('adr-016/rule-1', value, sentForm),
  should('convention/manual-shows-the-redirect', value),
];

const sameBody = (status: number): Check => ({
  fact: { kind: 'response-body', from: start },
  given: ifShown(status),
  rulings: [must('common/response-is-one', not('other bytes')), ...unchanged('same bytes')],
});

/** The client reports that it followed nothing. */
const nothingFollowed: readonly Check[] = [
  { fact: { kind: 'redirected' }, rulings: [must('fetch/response-redirected', 'false')] },
  {
    fact: { kind: 'final-url' },
    rulings: [must('fetch/response-url', start), should('convention/final-url-told', start)],
  },
  {
    fact: { kind: 'history' },
    rulings: [may('adr-016/rule-7', 'empty'), should('convention/history-in-order', 'empty')],
  },
];

const location = '/target?a=%2F&b#part';

const withLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}`,
    title: `${status} in manual mode`,
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
      {
        fact: { kind: 'response-header', name: 'Location' },
        given: ifShown(status),
        rulings: [must('adr-016/rule-1', not('absent')), ...unchanged(location)],
      },
      sameBody(status),
      ...nothingFollowed,
    ],
  }),
);

const withoutLocation: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}-without-location`,
    title: `${status} without Location in manual mode`,
    routes: { [start]: { status, body: 'moved' } },
    call: manual,
    covers: ['rm-manual-shape'],
    checks: [{ fact: { kind: 'outcome' }, rulings: handedOver(status) }, sameBody(status)],
  }),
);

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly call?: Partial<Call>;
  readonly headers?: HeaderFields;
  /** The rulings on what the caller gets, if not those for every redirect in manual mode. */
  readonly rulings?: readonly RulingOn<'outcome'>[];
}

/** Over HTTP/1.1 Fetch refuses a body that can be read once, whatever the redirect mode is. */
const streamRulings: readonly RulingOn<'outcome'>[] = [
  streamHandedOver(307),
  ...handedOver(307).filter(({ authority }) => authority !== 'fetch'),
];

/** Nothing is followed, so the Location, the limit and the request do not matter. */
const rows: readonly Row[] = [
  { name: 'limit-zero', title: 'a limit of 0 redirects', location: target, call: { maxRedirects: 0 } },
  { name: 'post', title: 'a POST', location: target, call: { method: 'POST', body: 'name=Zoë' } },
  {
    name: 'stream',
    title: 'a body that can be read once',
    location: target,
    call: { method: 'POST', body: { stream: ['na', 'me'] } },
    rulings: streamRulings,
  },
  { name: 'invalid-location', title: 'a Location that is not a valid URL', location: 'http://[::1/' },
  { name: 'other-scheme', title: 'a Location that is not an http URL', location: 'ftp://{other.host}/file' },
  { name: 'loop', title: 'a Location that is the same URL', location: start },
  { name: 'two-locations', title: 'two Locations', location: target, headers: [['Location', '{home}/another']] },
];

const toScenario = ({ name, title, location: to, call, headers = [], rulings = handedOver(307) }: Row): Scenario =>
  scenario({
    id: `redirect-modes/manual-${name}`,
    title: `307 in manual mode, with ${title}`,
    routes: {
      [start]: { status: 307, headers: [['Location', to], ...headers], body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { ...manual, ...call },
    covers: ['rm-follow-false'],
    checks: [{ fact: { kind: 'outcome' }, rulings }, sameBody(307)],
  });

/** The redirect is handed over with every value of every field. */
const withFields: Scenario = scenario({
  id: 'redirect-modes/manual-field-values',
  title: '302 with repeated, empty and unusual fields in manual mode',
  routes: {
    [start]: { status: 302, location: target, headers: answerFields, body: 'moved' },
    [target]: { status: 200, body: 'arrived' },
  },
  call: manual,
  covers: ['rm-manual-shape'],
  checks: [{ fact: { kind: 'followed', to: target }, rulings: handedOver(302) }, ...fieldsHandedOver(ifShown(302))],
});

/** The body of a redirect is handed over octet by octet. */
const withOctets: Scenario = scenario({
  id: 'redirect-modes/manual-octets',
  title: '302 with a body that is not UTF-8 in manual mode',
  routes: {
    [start]: { status: 302, location: target, headers: [['Content-Type', 'text/html; charset=iso-8859-1']], body: noText },
    [target]: { status: 200, body: 'arrived' },
  },
  call: manual,
  covers: ['rm-manual-shape'],
  checks: [{ fact: { kind: 'followed', to: target }, rulings: handedOver(302) }, sameBody(302)],
});

/** The body of a redirect is decoded like the body of any other response. */
const compressed: Scenario = scenario({
  id: 'redirect-modes/manual-gzip',
  title: '302 with a gzip body in manual mode',
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
    [target]: {
      raw: ['HTTP/1.1 200 OK', 'Content-Encoding: gzip', `Content-Length: ${gzipped.length}`, '', gzipped].join('\r\n'),
    },
  },
  calls: [manual, { ...manual, url: target }],
  covers: ['b-3xx-gzip-decoded-when-not-followed'],
  checks: [
    { fact: { kind: 'outcome' }, rulings: handedOver(302) },
    {
      fact: { kind: 'response-body', from: start },
      // Some libraries never decode a body. An opaque redirect has none.
      given: { fact: { kind: 'response-body', from: target, call: 2 }, oneOf: ['same bytes'] },
      rulings: [
        may('adr-016/rule-1', ['same bytes', 'still coded'], sentForm),
        must('common/response-is-one', not('other bytes')),
        should('convention/redirect-decoded-when-shown', ['same bytes', 'empty']),
      ],
    },
  ],
});

/** A response that is not a redirect is returned unchanged. */
const ordinary: readonly Scenario[] = ([200, 204, 300, 304, 399] as const).map((status) =>
  scenario({
    id: `redirect-modes/manual-${status}`,
    title: `${status} with a Location in manual mode`,
    routes: { [start]: { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: manual,
    covers: ['rm-manual-no-redirect'],
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [
          must('fetch/redirect-statuses', `returned ${status}`),
          status < 300
            ? should('rfc9110/location-by-status', `returned ${status}`)
            : may('rfc9110/may-follow', `returned ${status}`),
          ...(status < 300 ? [] : [must('adr-016/rule-1', `returned ${status}`)]),
        ],
      },
      { fact: { kind: 'redirected' }, rulings: [must('fetch/response-redirected', 'false')] },
    ],
  }),
);

/** In manual mode a redirect is returned and not followed. */
export const manualMode: readonly Scenario[] = [
  ...withLocation,
  ...withoutLocation,
  ...rows.map(toScenario),
  withFields,
  withOctets,
  compressed,
  ...ordinary,
];
