import { must, should } from '../rulings/ruling.ts';
import type { Check, Given } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { unusualFields } from './unusual-fields.ts';

/** The fields of an answer, with several lines of one field, and the values with which the caller may get them. */
export interface AnswerField {
  readonly name: string;
  readonly lines: readonly string[];
  readonly values: readonly string[];
}

/** The lines of a list may be combined into one (RFC 9110 section 5.3). */
const list = (name: string, ...lines: readonly string[]): AnswerField => ({
  name,
  lines,
  values: [lines.join(' | '), lines.join(', ')],
});

/** Fields that repeat, except Set-Cookie, and fields with unusual values. */
export const listedFields: readonly AnswerField[] = [
  list('X-Tag', 'one', 'two'),
  list('Link', '</a>; rel="next"', '</b>; rel="prev", </c>; rel="up"'),
  list('WWW-Authenticate', 'Basic realm="one"', 'Bearer'),
  ...unusualFields.map(([name, value]): AnswerField => ({ name, lines: [value], values: [value] })),
];

/** The lines of Set-Cookie; the first one has a comma in its date. */
const cookies = ['one=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT; Path=/', 'two=2; HttpOnly', 'three='] as const;

/** The cookies, each in a line of its own: the only form that does not change them. */
export const cookiesApart = cookies.join(' | ');

/** All fields of an answer that is difficult to hand over. */
export const answerFields: HeaderFields = [
  ...cookies.map((value) => ['Set-Cookie', value] as const),
  ...listedFields.flatMap(({ name, lines }) => lines.map((line) => [name, line] as const)),
];

/** The caller gets every value of every field. Lines of Set-Cookie that are combined are not lost, but no longer cookies. */
export const fieldsHandedOver = (given: Given): readonly Check[] => [
  {
    fact: { kind: 'response-header', name: 'Set-Cookie' },
    given,
    rulings: [
      must('fetch/set-cookie-not-combined', cookiesApart),
      should('rfc9110/set-cookie-not-combined', cookiesApart),
      must('rfc6265bis/several-set-cookie-fields', [cookiesApart, cookiesApart.replaceAll(' | ', ', ')]),
    ],
  },
  ...listedFields.map(({ name, values }): Check => ({
    fact: { kind: 'response-header', name },
    given,
    rulings: [must('common/response-is-one', values)],
  })),
];
