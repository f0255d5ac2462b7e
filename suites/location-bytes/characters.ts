import type { KnownRequirementId } from '../requirements/index.ts';
import { notFollowed, refused, resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const grammar =
  'The character is not allowed there in RFC 3986. Taken literally, Fetch refuses such a Location; browsers and the web-platform-tests follow it.';
const caret = `${grammar} The URL Standard escapes ^ in a path since November 2024, and did not before.`;
const quoted = 'The URL Standard escapes it in a query; in RFC 3986 it is a reserved character that stays as it is.';

interface Character {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly escaped: string;
  /** How the URL Standard writes it; one of several if its rule has changed. */
  readonly inPath: readonly string[];
  readonly inQuery: readonly string[];
}

/** Characters that RFC 3986 does not allow in paths and queries. Clients escape them or send them as they are. */
const characters: readonly Character[] = [
  { name: 'brackets', title: 'Square brackets', text: '[]', escaped: '%5B%5D', inPath: ['[]'], inQuery: ['[]'] },
  { name: 'braces', title: 'Braces', text: '{}', escaped: '%7B%7D', inPath: ['%7B%7D'], inQuery: ['{}'] },
  { name: 'bar', title: 'A vertical bar', text: '|', escaped: '%7C', inPath: ['|'], inQuery: ['|'] },
  { name: 'caret', title: 'A caret', text: '^', escaped: '%5E', inPath: ['%5E', '^'], inQuery: ['^'] },
  { name: 'double-quote', title: 'A double quote', text: '"', escaped: '%22', inPath: ['%22'], inQuery: ['%22'] },
  { name: 'backtick', title: 'A backtick', text: '`', escaped: '%60', inPath: ['%60'], inQuery: ['`'] },
];

const outsideTheGrammar = (
  requirement: 'url/path-escaped' | 'url/query-escaped',
  byUrlStandard: readonly Place[],
  others: readonly Place[],
  disputed: string,
): readonly RulingOn<'next'>[] => [
  must(requirement, [...byUrlStandard, refused], disputed),
  may('rfc9110/may-recover', [...byUrlStandard, ...others, ...notFollowed]),
];

/** In a path the URL Standard reads it as a slash: hosts.ts tests it. */
const backslash: Character = { name: 'backslash', title: 'A backslash', text: '\\', escaped: '%5C', inPath: [], inQuery: ['\\'] };

const inThePath = ({ name, title, text, escaped, inPath }: Character): Scenario => {
  const places = inPath.map((each): Place => `{home}/a${each}b`);
  return redirect({
    id: `location-bytes/${name}-in-the-path`,
    title: `${title} in the path`,
    answer: to(`/a${text}b`),
    target: places[0] ?? '{home}/',
    rulings: outsideTheGrammar(
      'url/path-escaped',
      places,
      [`{home}/a${text}b`, `{home}/a${escaped}b`],
      text === '^' ? caret : grammar,
    ),
  });
};

const inTheQuery = ({ name, title, text, escaped, inQuery }: Character): Scenario => {
  const places = inQuery.map((each): Place => `{home}/target?a${each}b`);
  return redirect({
    id: `location-bytes/${name}-in-the-query`,
    title: `${title} in the query`,
    answer: to(`/target?a${text}b`),
    target: places[0] ?? '{home}/',
    rulings: outsideTheGrammar('url/query-escaped', places, [`{home}/target?a${text}b`, `{home}/target?a${escaped}b`], grammar),
  });
};

const apostrophes: readonly Scenario[] = [
  redirect({
    id: 'location-bytes/apostrophe-in-the-path',
    title: 'An apostrophe in the path',
    answer: to("/a'b"),
    target: "{home}/a'b",
    rulings: [must('url/path-escaped', "{home}/a'b"), must('rfc3986/reserved-escapes-matter', ["{home}/a'b", ...notFollowed])],
  }),
  redirect({
    id: 'location-bytes/apostrophe-in-the-query',
    title: 'An apostrophe in the query',
    answer: to("/target?a'b"),
    target: '{home}/target?a%27b',
    rulings: [
      must('url/query-escaped', '{home}/target?a%27b', quoted),
      may('rfc3986/reserved-escapes-matter', ["{home}/target?a'b", '{home}/target?a%27b', ...notFollowed], quoted),
    ],
  }),
];

/** A 302 with this value of Location, and where it leads. */
type Value = readonly [name: string, title: string, location: Template, target: Place];

const valued = ([name, title, location, target]: Value, rulings: readonly RulingOn<'next'>[]): Scenario =>
  redirect({ id: `location-bytes/${name}`, title, answer: to(location), target, rulings });

/** Marks around the whole value, as some notations write URLs. They belong to a path. */
const marksAround: readonly Scenario[] = (
  [
    ['double-quotes-around', 'Double quotes around a path', '"/target"', '{home}/%22/target%22'],
    ['double-quotes-around-a-url', 'Double quotes around a URL', '"{other}/target"', '{home}/%22{other}/target%22'],
    ['angle-brackets-around', 'Angle brackets around a path', '</target>', '{home}/%3C/target%3E'],
    ['angle-brackets-around-a-url', 'Angle brackets around a URL', '<{other}/target>', '{home}/%3C{other}/target%3E'],
  ] as const
).map((value) => {
  const [, , location, target] = value;
  return valued(value, outsideTheGrammar('url/path-escaped', [target], [`{home}/${location}`], grammar));
});

/** The rule by which a reference without scheme and host is resolved. */
function resolvedBy(location: string): KnownRequirementId {
  if (location.startsWith('?')) return 'rfc3986/query-only-reference';
  return location.startsWith('/') ? 'rfc3986/absolute-path-reference' : 'rfc3986/relative-path-merged';
}

/** Valid references whose delimiters may mislead a parser: it may look for a scheme, for a port or for quotes. */
const misleading: readonly Scenario[] = (
  [
    ['colon-in-the-first-segment', 'A colon in the first segment of an absolute path', '/a:b', '{home}/a:b'],
    [
      'colon-and-digits',
      'A path that looks like a host and a port',
      '/{other.host}:8080/target',
      '{home}/{other.host}:8080/target',
    ],
    ['colon-after-a-dot', 'A colon in the first segment, after a dot segment', './a:b/c', '{home}/a:b/c'],
    ['colon-in-the-second-segment', 'A colon in the second segment of a relative path', 'a/b:c', '{home}/a/b:c'],
    ['like-a-refresh', 'A path that begins as the URL in a Refresh', 'url=/target', '{home}/url=/target'],
    ['colon-in-the-query', 'A colon in a Location that is only a query', '?a:b', '{home}/start?a:b'],
    ['apostrophes-around', 'Apostrophes around a path', "'/target'", "{home}/'/target'"],
    ['parentheses-around', 'Parentheses around a path', '(/target)', '{home}/(/target)'],
    ['ends-in-delimiters', 'A path that ends in delimiters', '/target;,.', '{home}/target;,.'],
    ['escaped-colon-in-a-name', 'An escaped colon in the first segment of a relative path', 'a%3Ab', '{home}/a%3Ab'],
  ] as const
).map((value) => valued(value, resolved(resolvedBy(value[2]), value[3])));

/** Characters that parsers of URLs treat differently in a path and in a query. */
export const unusualCharacters: readonly Scenario[] = [
  ...characters.map(inThePath),
  ...[...characters, backslash].map(inTheQuery),
  ...apostrophes,
  ...marksAround,
  ...misleading,
];
