import { refused } from '../rulings/locations.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status: RedirectStatus;
  readonly location: Template;
  readonly to: Place;
}

const rows: readonly Row[] = [
  { name: 'path', title: 'to a path', status: 302, location: '/target', to: '{home}/target' },
  { name: 'same-origin', title: 'within the origin', status: 301, location: '{home}/target', to: '{home}/target' },
  {
    name: 'with-query',
    title: 'to a path with a query of its own',
    status: 303,
    location: '/target?from=server',
    to: '{home}/target?from=server',
  },
  {
    name: 'same-name',
    title: 'to a path with the same name in its query',
    status: 302,
    location: '/target?page=3',
    to: '{home}/target?page=3',
  },
  { name: 'query-only', title: 'to another query of the same path', status: 302, location: '?page=3', to: '{home}/start?page=3' },
  { name: '307', title: 'to a path, by 307', status: 307, location: '/target', to: '{home}/target' },
  { name: '308', title: 'to another host, by 308', status: 308, location: '{other}/target', to: '{other}/target' },
  { name: 'other-host', title: 'to another host', status: 302, location: '{other}/target', to: '{other}/target' },
  { name: 'scheme-up', title: 'from http to https', status: 301, location: '{home-tls}/target', to: '{home-tls}/target' },
];

/** The target is what Location says, and nothing is added to it. */
const rulings = (to: Place, status: RedirectStatus): readonly RulingOn<'next'>[] => [
  must('fetch/location-against-response-url', to),
  should('rfc9110/target-from-location', [to, `returned ${status}`, refused]),
  must('adr-016/rule-1', to),
];

const start: Place = '{home}/start?page=2&key=sesame';

/** The option is for the first URL: the server chose the next one. A key in the query must not reach another origin. */
const toScenario = ({ name, title, status, location, to }: Row): Scenario =>
  scenario({
    id: `options/query-${name}`,
    title: `A query by an option, on a ${status} ${title}`,
    covers: ['l-original-query-not-carried'],
    routes: {
      '{home}/start': [
        { when: { visit: 1 }, answer: { status, headers: [['Location', location]] } },
        { answer: { status: 200 } },
      ],
      ...(originOf(to) !== 'home' || !to.startsWith('{home}/start') ? { [to]: { status: 200, body: 'arrived' } } : {}),
    },
    call: {
      method: 'GET',
      url: '{home}/start',
      query: [
        ['page', '2'],
        ['key', 'sesame'],
      ],
    },
    checks: [
      { fact: { kind: 'requests', at: start }, rulings: [must('common/options-are-obeyed', '1')] },
      { fact: { kind: 'next', after: '{home}/start' }, rulings: rulings(to, status) },
    ],
  });

/** A query that the caller gives by an option of the client. */
export const queryOptions: readonly Scenario[] = rows.map(toScenario);
