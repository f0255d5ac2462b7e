import { notFollowed } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { ExpectableOf } from '../vocabulary/fact.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly path: `/${string}`;
  /** The ruling of RFC 9110 or RFC 3986. `unchanged` are the findings if the escapes stay as they are. */
  readonly ruling: (...unchanged: readonly ExpectableOf<'next'>[]) => RulingOn<'next'>;
}

const rows: readonly Row[] = [
  {
    name: 'escaped-reserved',
    title: 'Escaped slash, question mark and hash',
    path: '/a%2Fb%3Fc%23d?e=%26%3D%2B+f',
    ruling: (...unchanged) => must('rfc3986/reserved-escapes-matter', unchanged),
  },
  {
    name: 'escaped-percent',
    title: 'An escaped percent sign',
    path: '/100%25/%2525?%25',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-unreserved',
    title: 'Escapes that are not necessary',
    path: '/%7Eme/%61',
    ruling: (...unchanged) => must('rfc3986/unreserved-escapes-do-not-matter', [...unchanged, '{home}/~me/a']),
  },
  {
    name: 'escaped-in-small-letters',
    title: 'Escapes in lower case',
    path: '/caf%c3%a9',
    ruling: (...unchanged) => may('rfc9110/may-normalize', [...unchanged, '{home}/caf%C3%A9']),
  },
  {
    name: 'escaped-crlf',
    title: 'An escaped CR LF and a field line after it',
    path: '/a%0D%0AX-Injected:%20yes',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-crlf-in-the-query',
    title: 'An escaped CR LF in the query',
    path: '/target?a=%0D%0AX-Injected:%20yes',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-nul',
    title: 'An escaped NUL in the path',
    path: '/a%00b',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-space',
    title: 'An escaped space in path and query, and a plus sign',
    path: '/two%20words?two%20+words',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-colon',
    title: 'An escaped colon in the path',
    path: '/a%3Ab',
    ruling: (...unchanged) => must('rfc3986/reserved-escapes-matter', unchanged),
  },
];

const toScenario = ({ name, title, path, ruling }: Row): Scenario =>
  redirect({
    id: `location-bytes/${name}`,
    title,
    answer: to(path),
    target: `{home}${path}`,
    rulings: [must('url/path-escaped', `{home}${path}`), ruling(`{home}${path}`, ...notFollowed)],
  });

/** Existing escapes stay as they are. */
export const escapes: readonly Scenario[] = rows.map(toScenario);
