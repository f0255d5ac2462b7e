import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Scenario } from '../vocabulary/scenario.ts';

const ids: HeaderFields = [
  ['x-amz-request-id', '4442587FB7D0A2F9'],
  ['x-amz-id-2', 'x1rbqMkIqbVqQ4W3l8mDqnbGd0F7kYpXv2eTtQm9Zt0oYy0k3fFQ5l7Yh6cVb1nJ'],
  ['Date', 'Wed, 06 May 2026 09:00:00 GMT'],
];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly status: 301 | 302;
  readonly location?: `/${string}`;
  readonly requirement: KnownRequirementId;
}

const rows: readonly Row[] = [
  {
    name: 'object',
    title: 'An object of an S3 website that redirects to another host',
    from: '{home}/moved.html',
    to: '{other}/arrived.html',
    status: 301,
    requirement: 'convention/s3-website-object-redirect',
  },
  {
    name: 'folder',
    title: 'A folder of an S3 website, its slash left out',
    from: '{home}/photos',
    to: '{home}/photos/',
    status: 302,
    location: '/photos/',
    requirement: 'convention/s3-website-object-redirect',
  },
  {
    name: 'rule',
    title: 'A key prefix that a rule of an S3 website replaces, no status named',
    from: '{home}/old/puppy.jpg',
    to: '{home}/new/puppy.jpg',
    status: 301,
    requirement: 'convention/s3-routing-rules',
  },
  {
    name: 'rule-302',
    title: 'A key prefix that a rule of an S3 website replaces by 302',
    from: '{home}/old/puppy.jpg',
    to: '{home}/new/puppy.jpg',
    status: 302,
    requirement: 'convention/s3-routing-rules',
  },
];

const redirects: readonly Scenario[] = rows.map(({ name, title, from, to, status, location = to, requirement }) =>
  scenario({
    id: `services/s3-website-${name}`,
    title,
    routes: {
      [from]: { status, headers: [...ids, ['Location', location] as const, ['Server', 'AmazonS3'] as const] },
      [to]: { status: 200, body: 'a puppy' },
    },
    call: { method: 'GET', url: from },
    checks: [{ fact: { kind: 'followed', to }, rulings: [...following[status], should(requirement, 'followed')] }],
  }),
);

const elsewhere: Place = '{other}/arrived.html';

/** Over REST the object itself comes, and tells where its website would redirect to. */
const rest: Scenario = scenario({
  id: 'services/s3-rest-object',
  title: 'An object of S3 whose website redirect location is shown, and no redirect',
  routes: {
    '{home}/moved.html': { status: 200, headers: [...ids, ['x-amz-website-redirect-location', elsewhere]], body: 'moved' },
    [elsewhere]: { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/moved.html' },
  checks: [
    {
      fact: { kind: 'followed', to: elsewhere },
      rulings: [
        must('fetch/redirect-statuses', 'returned 200'),
        should('rfc9110/redirect-needs-location', 'returned 200'),
        should('convention/s3-redirect-metadata-is-no-redirect', 'returned 200'),
      ],
    },
  ],
});

export const s3Website: readonly Scenario[] = [...redirects, rest];
