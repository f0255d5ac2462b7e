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
    name: 'escaped-in-small-letters-in-the-query',
    title: 'Escapes in lower case in the query',
    path: '/target?a=%c3%a9&b=%2f%2F',
    ruling: (...unchanged) => may('rfc9110/may-normalize', [...unchanged, '{home}/target?a=%C3%A9&b=%2F%2F']),
  },
  {
    name: 'escaped-unreserved-in-the-query',
    title: 'Escapes in the query that are not necessary',
    path: '/target?%7Eme=%61%2Db',
    ruling: (...unchanged) => must('rfc3986/unreserved-escapes-do-not-matter', [...unchanged, '{home}/target?~me=a-b']),
  },
  {
    name: 'escaped-delimiters-in-the-path',
    title: 'Every delimiter escaped in the path',
    path: '/a%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40%5B%5Db',
    ruling: (...unchanged) => must('rfc3986/reserved-escapes-matter', unchanged),
  },
  {
    name: 'escaped-delimiters-in-the-query',
    title: 'Every delimiter escaped in the query',
    path: '/target?a%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40%5B%5D%2F%3Fb',
    ruling: (...unchanged) => must('rfc3986/reserved-escapes-matter', unchanged),
  },
  {
    name: 'escaped-others',
    title: 'Escapes in path and query of characters that no URI contains',
    path: '/a%09%20%22%3C%3E%5C%5E%60%7B%7C%7Db?%09%20%22%3C%3E%5C%5E%60%7B%7C%7D',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-decomposed',
    title: 'Escapes of letters that Unicode can also compose',
    path: '/cafe%CC%81%EF%AC%81?e%CC%81%EF%AC%81',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-crlf',
    title: 'An escaped CR LF and a field line after it',
    path: '/a%0D%0AX-Injected:%20yes',
    ruling: (...unchanged) => must('rfc3986/escaped-once', unchanged),
  },
  {
    name: 'escaped-crlf-in-small-letters',
    title: 'An escaped CR LF in lower case',
    path: '/a%0d%0aX-Injected:%20yes',
    ruling: (...unchanged) => may('rfc9110/may-normalize', [...unchanged, '{home}/a%0D%0AX-Injected:%20yes']),
  },
  {
    name: 'escaped-dots-in-names',
    title: 'Escaped dots in segments that are not dot segments',
    path: '/a%2eb/%2E%2Ec',
    ruling: (...unchanged) => must('rfc3986/unreserved-escapes-do-not-matter', [...unchanged, '{home}/a.b/..c']),
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
