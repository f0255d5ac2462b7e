import { may, must } from '../rulings.ts';
import { notFollowed, redirect, to } from '../location-resolution/answers.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly path: `/${string}`;
  /** What RFC 9110 and RFC 3986 make of it. */
  readonly ruling: (...kept: readonly string[]) => Ruling;
}

const rows: readonly Row[] = [
  {
    name: 'escaped-reserved',
    title: 'Escaped slash, question mark and hash',
    path: '/a%2Fb%3Fc%23d?e=%26%3D%2B+f',
    ruling: (...kept) => must('rfc3986/reserved-escapes-matter', kept),
  },
  {
    name: 'escaped-percent',
    title: 'An escaped percent sign',
    path: '/100%25/%2525?%25',
    ruling: (...kept) => must('rfc3986/escaped-once', kept),
  },
  {
    name: 'escaped-unreserved',
    title: 'Escapes that were not needed',
    path: '/%7Eme/%61',
    ruling: (...kept) => must('rfc3986/unreserved-escapes-do-not-matter', [...kept, '{home}/~me/a']),
  },
  {
    name: 'escaped-in-small-letters',
    title: 'Escapes in small letters',
    path: '/caf%c3%a9',
    ruling: (...kept) => may('rfc9110/may-normalize', [...kept, '{home}/caf%C3%A9']),
  },
];

/** Escapes that are there stay as they are. */
export const escapes: readonly Scenario[] = rows.map(({ name, title, path, ruling }) =>
  redirect({
    id: `location-bytes/${name}`,
    title,
    answer: to(path),
    target: `{home}${path}`,
    rulings: [must('url/path-escaped', `{home}${path}`), ruling(`{home}${path}`, ...notFollowed)],
  }),
);
