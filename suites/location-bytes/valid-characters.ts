import { redirect, to } from '../builders/redirect.ts';
import { notFollowed, resolved } from '../rulings/locations.ts';
import { must } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly path: `/${string}`;
  readonly rulings?: readonly RulingOn<'next'>[];
}

const rows: readonly Row[] = [
  { name: 'every-delimiter-in-the-path', title: 'Every delimiter that a path may contain', path: "/a!$&'()*+,;=:@b" },
  // The URL Standard escapes an apostrophe in a query; characters.ts tests it.
  { name: 'every-delimiter-in-the-query', title: 'Every delimiter that a query may contain', path: '/target?a!$&()*+,;=:@/?b' },
  {
    name: 'tilde',
    title: 'A tilde in path and query',
    path: '/~me/a-b_c.d?~me',
    rulings: [
      must('url/path-escaped', '{home}/~me/a-b_c.d?~me'),
      must('rfc3986/unreserved-escapes-do-not-matter', [
        '{home}/~me/a-b_c.d?~me',
        '{home}/%7Eme/a-b_c.d?~me',
        '{home}/~me/a-b_c.d?%7Eme',
        '{home}/%7Eme/a-b_c.d?%7Eme',
        ...notFollowed,
      ]),
    ],
  },
  {
    name: 'odd-query',
    title: 'A query with repeated, empty and unsorted parts',
    path: '/target?b=2&&a=&=c&B=2&b=2&b=1&a;d=4&',
  },
  { name: 'query-like-html', title: 'A query with an ampersand as HTML escapes it', path: '/target?a=1&amp;b=2&quot;c' },
  { name: 'mixed-case', title: 'Upper and lower case in path and query', path: '/Dir/NAME;P=q;p=Q/?Q=Ab&q=aB' },
  { name: 'escaped-in-the-query', title: 'Escaped delimiters in the query', path: '/target?a=%26%3D%23%3F%2F%3A%2B&b=%2525+%20' },
];

const toScenario = ({ name, title, path, rulings }: Row): Scenario =>
  redirect({
    id: `location-bytes/${name}`,
    title,
    answer: to(path),
    target: `{home}${path}`,
    rulings: rulings ?? resolved('rfc3986/reserved-escapes-matter', `{home}${path}`),
  });

/** Valid references with characters that some clients escape, decode, sort or drop. */
export const validCharacters: readonly Scenario[] = rows.map(toScenario);
