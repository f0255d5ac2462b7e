import type { KnownRequirementId } from '../requirements/index.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

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
  readonly location?: Template;
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
    title: 'A folder of an S3 website, requested without its slash',
    from: '{home}/photos',
    to: '{home}/photos/',
    status: 302,
    location: '/photos/',
    requirement: 'convention/s3-website-folder-redirect',
  },
  {
    name: 'rule',
    title: 'A routing rule of an S3 website that replaces a key prefix and does not set a status',
    from: '{home}/old/puppy.jpg',
    to: '{home}/new/puppy.jpg',
    status: 301,
    requirement: 'convention/s3-routing-rules',
  },
  {
    name: 'rule-302',
    title: 'A routing rule of an S3 website that replaces a key prefix by 302',
    from: '{home}/old/puppy.jpg',
    to: '{home}/new/puppy.jpg',
    status: 302,
    requirement: 'convention/s3-routing-rules',
  },
];

const toScenario = ({ name, title, from, to, status, location = to, requirement }: Row): Scenario =>
  scenario({
    id: `services/s3-website-${name}`,
    title,
    routes: {
      [from]: { status, headers: [...ids, ['Location', location] as const, ['Server', 'AmazonS3'] as const] },
      [to]: { status: 200, body: 'a puppy' },
    },
    call: { method: 'GET', url: from },
    checks: [{ fact: { kind: 'followed', to }, rulings: [...following[status], should(requirement, 'followed')] }],
  });

const elsewhere: Place = '{other}/arrived.html';

/** The REST endpoint returns the object itself; a field names where the website would redirect to. */
const restObject: Scenario = scenario({
  id: 'services/s3-rest-object',
  title: 'An S3 object with a website redirect location in its fields, and no redirect',
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
        may('rfc9110/redirect-needs-location', 'returned 200'),
        should('convention/s3-redirect-metadata-is-no-redirect', 'returned 200'),
      ],
    },
  ],
});

export const s3Website: readonly Scenario[] = [...rows.map(toScenario), restObject];
