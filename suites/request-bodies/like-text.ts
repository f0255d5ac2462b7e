import { resentRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Octets } from '../vocabulary/answer.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfUpload, uploadTarget } from './shared.ts';

interface Body {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly body: string | Octets;
}

/** Bodies that change if a client reads them as text, as lines or as a form, and writes them again. */
const bodies: readonly Body[] = [
  {
    name: 'marked-text',
    title: 'text after a byte order mark',
    type: 'text/plain; charset=utf-8',
    // EF BB BF, `a`
    body: { base64: '77u/YQ==' },
  },
  {
    name: 'lines',
    title: 'lines that end in CR LF, LF, CR and spaces',
    type: 'text/plain',
    body: '\r\none\r\ntwo\nthree\rfour \t \n\n',
  },
  {
    name: 'odd-form',
    title: 'a form with escapes, signs and empty parts that can be written in other ways',
    type: 'application/x-www-form-urlencoded',
    body: 'b=two%20words+and%2bmore&&a=~%7E*%2A&a=&b&=;',
  },
  {
    name: 'odd-json',
    title: 'JSON with a repeated name, a large number and spaces',
    type: 'application/json',
    body: '{ "b": 1.0, "a": 12345678901234567890, "b": "\\u00e9\\/" }\n',
  },
  { name: 'empty-text', title: 'an empty text', type: 'text/plain', body: '' },
];

const toScenario = (status: 307 | 308, { name, title, type, body }: Body): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-${name}`,
    title: `POST of ${title} answered by ${status}`,
    covers: ['h-content-type-kept-307'],
    routes: {
      '{home}/start': { status, location: uploadTarget, body: 'moved' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method: 'POST', url: '{home}/start', headers: [['Content-Type', type]], body },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: resentRulings(status) },
      framingOfUpload,
      {
        fact: { kind: 'field', name: 'Content-Type', at: uploadTarget },
        given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['POST, same body'] },
        rulings: [must('fetch/other-headers-kept', type), should('rfc9110/request-resent', type)],
      },
    ],
  });

/** A body is sent again octet by octet, whatever its media type is. */
export const bodiesLikeText: readonly Scenario[] = ([307, 308] as const).flatMap((status) =>
  bodies.map((body) => toScenario(status, body)),
);
