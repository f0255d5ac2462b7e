import type { KnownRequirementId } from '../requirements/index.ts';
import { notFollowed } from '../rulings/locations.ts';
import { must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Line {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  /** Where the next request has to arrive: its origin and its request target. */
  readonly to: PathPlace;
  readonly requirement: KnownRequirementId;
}

const originForm = 'rfc9112/origin-form';
const slash = 'rfc9112/empty-path-is-a-slash';

const lines: readonly Line[] = [
  { name: 'same-origin', title: 'within the origin', location: '{home}/target', to: '{home}/target', requirement: originForm },
  { name: 'other', title: 'to another host', location: '{other}/target', to: '{other}/target', requirement: originForm },
  {
    name: 'query',
    title: 'with a query that holds a URL',
    location: '{home}/target?to=http://a/b',
    to: '{home}/target?to=http://a/b',
    requirement: originForm,
  },
  { name: 'empty-path', title: 'to a host without a path', location: '{other}', to: '{other}/', requirement: slash },
  {
    name: 'query-only',
    title: 'to a host without a path but with a query',
    location: '{other}?part=1',
    to: '{other}/?part=1',
    requirement: slash,
  },
];

/** The request line contains path and query. The whole URI is for proxies only. */
export const requestLines: readonly Scenario[] = lines.map(({ name, title, location, to, requirement }) =>
  scenario({
    id: `headers/request-line-${name}`,
    title: `The request line after a 302 ${title}`,
    routes: { '{home}/start': { status: 302, headers: [['Location', location]] }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      {
        fact: { kind: 'next', after: '{home}/start' },
        rulings: [must('fetch/follows-by-default', to), must(requirement, [to, ...notFollowed])],
      },
    ],
  }),
);
