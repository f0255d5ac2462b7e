import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Response, Routes, Template } from '../vocabulary/answer.ts';
import type { Check, CheckOf, Given, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly method?: 'HEAD';
  readonly start?: Place;
  /** Each redirect: its status, its Location as written, and the place that it leads to. */
  readonly redirects: readonly (readonly [status: RedirectStatus, location: Template, to: Place])[];
  readonly history: string;
  /** The final URLs that a client may report, if there is more than the last place. */
  readonly finalUrls?: readonly string[];
  readonly covers: readonly RowId[];
}

const start: Place = '{home}/start';

const rows: readonly Row[] = [
  {
    name: 'one-redirect',
    title: 'One redirect',
    redirects: [[302, '{home}/target', '{home}/target']],
    history: '302 {home}/start',
    covers: ['hm-final-url', 'hm-redirected-flag', 'hm-history-order'],
  },
  {
    name: 'head',
    title: 'One redirect of a HEAD',
    method: 'HEAD',
    redirects: [[302, '{home}/target', '{home}/target']],
    history: '302 {home}/start',
    covers: ['hm-final-url', 'hm-redirected-flag', 'hm-history-order'],
  },
  {
    name: 'every-status',
    title: 'One redirect of each status',
    redirects: [
      [301, '/two', '{home}/two'],
      [302, '/three', '{home}/three'],
      [303, '/four', '{home}/four'],
      [307, '/five', '{home}/five'],
      [308, '/target', '{home}/target'],
    ],
    history: '301 {home}/start, 302 {home}/two, 303 {home}/three, 307 {home}/four, 308 {home}/five',
    covers: ['hm-final-url', 'hm-history-order', 'hm-history-urls'],
  },
  {
    name: 'other-host',
    title: 'A redirect to another host, and one within that host',
    redirects: [
      [302, '{other}/middle', '{other}/middle'],
      [302, '/target', '{other}/target'],
    ],
    history: '302 {home}/start, 302 {other}/middle',
    covers: ['hm-final-url', 'hm-history-urls'],
  },
  {
    name: 'there-and-back',
    title: 'A redirect to another host, and one back',
    redirects: [
      [302, '{other}/middle', '{other}/middle'],
      [302, '{home}/target', '{home}/target'],
    ],
    history: '302 {home}/start, 302 {other}/middle',
    covers: ['hm-final-url', 'hm-history-urls'],
  },
  {
    name: 'query',
    title: 'A redirect to a target with a query',
    redirects: [[302, '/target?a=1&b=%20', '{home}/target?a=1&b=%20']],
    history: '302 {home}/start',
    covers: ['hm-final-url'],
  },
  {
    name: 'escapes',
    title: 'A redirect to a relative path, from a path with an escaped space',
    start: '{home}/a%20b/start',
    redirects: [[302, 'target', '{home}/a%20b/target']],
    history: '302 {home}/a%20b/start',
    covers: ['hm-effective-url-escaped'],
  },
  {
    name: 'fragment',
    title: 'A redirect to a target with a fragment',
    redirects: [[302, '/target#part', '{home}/target']],
    history: '302 {home}/start',
    finalUrls: ['{home}/target', '{home}/target#part'],
    covers: ['hm-final-url'],
  },
  {
    name: 'no-redirect',
    title: 'No redirect',
    redirects: [],
    history: 'empty',
    covers: ['hm-final-url', 'hm-redirected-flag', 'hm-history-empty'],
  },
];

const routes = (from: Place, redirects: Row['redirects']): Routes => {
  const places = [from, ...redirects.map(([, , to]) => to)];
  return Object.fromEntries(
    places.map((place, index) => {
      const [status, location] = redirects[index] ?? [];
      return [place, status && location ? { status, headers: [['Location', location]] } : { status: 200, body: 'arrived' }];
    }),
  );
};

/** The record does not say what the history is if nothing was followed. */
const chainIsReadable = (history: string): RulingOn<'history'> => (history === 'empty' ? may : must)('adr-016/rule-7', history);

const fragmentByInterface =
  'Fetch defines the URL of a Response without its fragment. That binds clients with this interface, for which fragments/told-by-fetch requires it. Other libraries may report the fragment, and some do.';

/** If the client reports anything, it reports what happened. This is checked only if the client has reached the target. */
const reports = (arrived: Given, row: Pick<Row, 'redirects' | 'history' | 'finalUrls'>, target: Place): readonly Check[] => {
  const finalUrls = row.finalUrls ?? [target];
  return [
    {
      fact: { kind: 'final-url' },
      given: arrived,
      rulings: [
        must('fetch/response-url', finalUrls, row.finalUrls && fragmentByInterface),
        should('convention/final-url-told', finalUrls),
      ],
    },
    {
      fact: { kind: 'redirected' },
      given: arrived,
      rulings: [must('fetch/response-redirected', row.redirects.length > 0 ? 'true' : 'false')],
    },
    {
      fact: { kind: 'history' },
      given: arrived,
      rulings: [
        may('fetch/redirects-not-exposed', row.history),
        chainIsReadable(row.history),
        should('convention/history-in-order', row.history),
      ],
    },
  ];
};

const toScenario = (row: Row): Scenario => {
  const { name, title, method = 'GET', start: from = start, redirects, covers } = row;
  const [status, , target] = redirects.at(-1) ?? [302, '', from];
  return scenario({
    id: `metadata/${name}`,
    title: `${title}: what the client reports`,
    routes: routes(from, redirects),
    call: { method, url: from },
    covers,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: redirects.length > 0 ? following[status] : [] },
      ...reports({ fact: { kind: 'requests', at: target }, oneOf: ['1'] }, row, target),
    ],
  });
};

interface Unfollowed {
  readonly name: string;
  readonly title: string;
  readonly answer: Response;
  readonly rulings: readonly RulingOn<'followed'>[];
}

const unfollowed: readonly Unfollowed[] = [
  ...([300, 304, 305, 399] as const).map((status) => ({
    name: `${status}`,
    title: `${status} with Location`,
    answer: { status, location: '/target' } as const,
    rulings: following[status],
  })),
  {
    name: '201',
    title: '201 with Location',
    answer: { status: 201, location: '/target' },
    rulings: [
      must('fetch/location-only-in-redirects', 'returned 201'),
      must('rfc9110/201-location-names-the-created', not('followed')),
    ],
  },
  {
    name: '302-without-location',
    title: '302 without Location',
    answer: { status: 302, body: 'nowhere to go' },
    rulings: [must('fetch/missing-location-returned', 'returned 302'), may('rfc9110/redirect-needs-location', 'returned 302')],
  },
];

/** An answer that looks like a redirect and was not followed is the final answer. */
const fromUnfollowed = ({ name, title, answer, rulings }: Unfollowed): Scenario => {
  const followed = { kind: 'followed', to: '{home}/target' } as const;
  return scenario({
    id: `metadata/unfollowed-${name}`,
    title: `${title}: what a client reports that does not follow it`,
    routes: { [start]: answer, '{home}/target': { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: start },
    covers: ['hm-redirected-flag', 'hm-history-empty'],
    checks: [
      { fact: followed, rulings },
      ...reports({ fact: followed, oneOf: [`returned ${answer.status}`] }, { redirects: [], history: 'empty' }, start),
    ],
  });
};

/** A field that only the redirect has, as a history can show it. */
const redirectField = (at: Place, name: string, value: string): CheckOf<'history-header'> => ({
  fact: { kind: 'history-header', name, at },
  rulings: [
    must('common/history-is-true', [value, 'absent']),
    may('adr-016/rule-7', value),
    should('convention/history-has-fields', value),
  ],
});

/** The caller may need a field of the redirect: the last answer does not have it, or has another value. */
const fieldsOfRedirects: Scenario = scenario({
  id: 'metadata/fields-of-redirects',
  title: 'Two redirects with fields that the last answer does not have: what the client reports',
  routes: {
    [start]: {
      status: 302,
      location: '{other}/middle',
      headers: [
        ['X-Linked-Etag', '"first"'],
        ['X-Linked-Size', '7'],
      ],
    },
    '{other}/middle': { status: 301, location: '/target', headers: [['X-Linked-Etag', '"second"']] },
    '{other}/target': { status: 200, headers: [['X-Linked-Etag', '"last"']], body: 'arrived' },
  },
  call: { method: 'GET', url: start },
  covers: ['hm-history-order'],
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[301] },
    redirectField(start, 'X-Linked-Etag', '"first"'),
    redirectField(start, 'X-Linked-Size', '7'),
    redirectField('{other}/middle', 'X-Linked-Etag', '"second"'),
    {
      fact: { kind: 'history-header', name: 'X-Linked-Size', at: '{other}/middle' },
      rulings: [must('common/history-is-true', 'absent')],
    },
    {
      fact: { kind: 'response-header', name: 'X-Linked-Etag' },
      given: { fact: { kind: 'requests', at: '{other}/target' }, oneOf: ['1'] },
      rulings: [must('common/response-is-one', '"last"')],
    },
    {
      fact: { kind: 'response-header', name: 'X-Linked-Size' },
      given: { fact: { kind: 'requests', at: '{other}/target' }, oneOf: ['1'] },
      rulings: [must('common/response-is-one', 'absent')],
    },
  ],
});

/** The final URL, whether there was a redirect, and the history. */
export const reportedMetadata: readonly Scenario[] = [
  ...rows.map(toScenario),
  ...unfollowed.map(fromUnfollowed),
  fieldsOfRedirects,
];
