import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Routes, Template } from '../vocabulary/answer.ts';
import type { Check, Given } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly start?: Place;
  /** Each redirect: its status, its Location as written, and the place that it leads to. */
  readonly redirects: readonly (readonly [status: RedirectStatus, location: Template, to: Place])[];
  readonly history: string;
  /** The final URL, if it is not the last place. */
  readonly finalUrl?: { readonly fetch: string; readonly practice: readonly string[] };
  readonly covers: readonly RowId[];
}

const start: Place = '{home}/start';

const rows: readonly Row[] = [
  {
    name: 'one-redirect',
    title: 'One redirect',
    redirects: [[302, '{home}/target', '{home}/target']],
    history: '302 /start',
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
    history: '301 /start, 302 /two, 303 /three, 307 /four, 308 /five',
    covers: ['hm-final-url', 'hm-history-order', 'hm-history-urls'],
  },
  {
    name: 'other-host',
    title: 'A redirect to another host, and one within that host',
    redirects: [
      [302, '{other}/middle', '{other}/middle'],
      [302, '/target', '{other}/target'],
    ],
    history: '302 /start, 302 /middle',
    covers: ['hm-final-url', 'hm-history-urls'],
  },
  {
    name: 'there-and-back',
    title: 'A redirect to another host, and one back',
    redirects: [
      [302, '{other}/middle', '{other}/middle'],
      [302, '{home}/target', '{home}/target'],
    ],
    history: '302 /start, 302 /middle',
    covers: ['hm-final-url', 'hm-history-urls'],
  },
  {
    name: 'query',
    title: 'A redirect to a target with a query',
    redirects: [[302, '/target?a=1&b=%20', '{home}/target?a=1&b=%20']],
    history: '302 /start',
    covers: ['hm-final-url'],
  },
  {
    name: 'escapes',
    title: 'A redirect to a relative path, from a path with an escaped space',
    start: '{home}/a%20b/start',
    redirects: [[302, 'target', '{home}/a%20b/target']],
    history: '302 /a%20b/start',
    covers: ['hm-effective-url-escaped'],
  },
  {
    name: 'fragment',
    title: 'A redirect to a target with a fragment',
    redirects: [[302, '/target#part', '{home}/target']],
    history: '302 /start',
    finalUrl: { fetch: '{home}/target', practice: ['{home}/target', '{home}/target#part'] },
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

const withoutFragment =
  'Fetch defines the URL of a Response without its fragment. Other libraries may report the fragment, and some do.';

/** If the client reports anything, it reports what happened. This is checked only if the client has reached the target. */
const reports = (arrived: Given, row: Row, target: Place): readonly Check[] => {
  const { fetch, practice } = row.finalUrl ?? { fetch: target, practice: [target] };
  const byFetch = row.finalUrl
    ? should('fetch/response-url-without-fragment', fetch, withoutFragment)
    : must('fetch/response-url', fetch);
  return [
    {
      fact: { kind: 'final-url' },
      given: arrived,
      rulings: [byFetch, should('convention/final-url-told', practice)],
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
        must('adr-016/rule-7', row.history),
        should('convention/history-in-order', row.history),
      ],
    },
  ];
};

const toScenario = (row: Row): Scenario => {
  const { name, title, start: from = start, redirects, covers } = row;
  const [status, , target] = redirects.at(-1) ?? [302, '', from];
  return scenario({
    id: `metadata/${name}`,
    title: `${title}: what the client reports`,
    routes: routes(from, redirects),
    call: { method: 'GET', url: from },
    covers,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: redirects.length > 0 ? following[status] : [] },
      ...reports({ fact: { kind: 'requests', at: target }, oneOf: ['1'] }, row, target),
    ],
  });
};

/** The final URL, whether there was a redirect, and the history. */
export const reportedMetadata: readonly Scenario[] = rows.map(toScenario);
