import { gzipped, noText } from '../builders/payloads.ts';
import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Octets } from '../vocabulary/answer.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

/** EF BB BF and `naïve` in Latin-1: a byte order mark, and an octet that is no UTF-8. */
const afterMark: Octets = { base64: '77u/bmHvdmU=' };

const typed = (type: string): HeaderFields => [['Content-Type', type]];

const documents: readonly (readonly [name: string, title: string, body: Octets, type: string])[] = [
  ['octets', 'octets that are not UTF-8', noText, 'application/octet-stream'],
  ['latin-1', 'a text in Latin-1 after a byte order mark', afterMark, 'text/plain; charset=iso-8859-1'],
];

/** The final document arrives octet by octet, and so does the redirect that is not followed. */
const undamaged: readonly Scenario[] = documents.flatMap(([name, title, body, type]) => [
  scenario({
    id: `redirect-bodies/final-${name}`,
    title: `A final answer with ${title}, after a redirect with the same`,
    covers: ['b-redirect-response-body-discarded'],
    routes: {
      [redirectStart]: { status: 302, location: redirectTarget, headers: typed(type), body },
      [redirectTarget]: { status: 200, headers: typed(type), body },
    },
    call: { method: 'GET', url: redirectStart },
    checks: [{ fact: { kind: 'followed', to: redirectTarget }, rulings: following[302] }, finalBodyIsWhole],
  }),
]);

const gzip: HeaderFields = [['Content-Encoding', 'gzip']];
const plain: Place = '{home}/plain';
const coded: Octets = { base64: btoa(gzipped) };

/** The same answer twice: first without a redirect, which shows whether the client decodes, and then behind one. */
const codedBehindARedirect: readonly Scenario[] = ([redirectTarget, '{other}/target'] as const).map((to) =>
  scenario({
    id: `redirect-bodies/coded-answer${to === redirectTarget ? '' : '-of-another-host'}`,
    title: `A gzip answer, and the same behind a 302${to === redirectTarget ? '' : ' to another host'}`,
    covers: ['h-accept-encoding-stable'],
    routes: {
      [plain]: { status: 200, headers: gzip, body: coded },
      [redirectStart]: { status: 302, location: to },
      [to]: { status: 200, headers: gzip, body: coded },
    },
    calls: [
      { method: 'GET', url: plain },
      { method: 'GET', url: redirectStart },
    ],
    checks: [
      { fact: { kind: 'outcome' }, rulings: [must('common/response-is-one', 'returned 200')] },
      { fact: { kind: 'followed', to, call: 2 }, rulings: following[302] },
      {
        fact: { kind: 'response-body', from: to, call: 2 },
        given: { fact: { kind: 'response-body', from: plain }, oneOf: ['same bytes'] },
        rulings: [must('common/decoded-behind-a-redirect', 'same bytes')],
      },
      {
        fact: { kind: 'same-field', name: 'Accept-Encoding', from: redirectStart, at: to },
        rulings: [should('rfc9110/request-resent', 'same')],
      },
    ],
  }),
);

export const octetsAndCodings: readonly Scenario[] = [...undamaged, ...codedBehindARedirect];
