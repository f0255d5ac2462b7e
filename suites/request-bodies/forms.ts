import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { requestRulings } from '../method-matrix/rules.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Form, Scenario } from '../vocabulary/scenario.ts';
import { framingOfGet, framingRulings, target } from './bodies.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

const fields = [
  ['name', 'Zoë'],
  ['note', 'line one\r\nline two'],
] as const;

interface Row {
  readonly name: string;
  readonly title: string;
  readonly form: Form;
  readonly kept: readonly RowId[];
  readonly dropped: readonly RowId[];
}

const rows: readonly Row[] = [
  {
    name: 'form-data',
    title: 'FormData',
    form: { as: 'multipart', fields },
    kept: ['b-307-formdata-replay', 'b-307-multipart-boundary-stable'],
    dropped: ['b-307-formdata-replay'],
  },
  {
    name: 'search-params',
    title: 'URLSearchParams',
    form: { as: 'urlencoded', fields },
    kept: ['b-307-urlencoded-replay'],
    dropped: ['b-303-body-dropped'],
  },
  {
    name: 'blob',
    title: 'a Blob',
    form: { as: 'blob', type: 'text/plain', text: 'once upon a time' },
    kept: ['b-307-blob-replay'],
    dropped: ['b-303-body-dropped'],
  },
];

/** The boundary in it is drawn anew in each run, so it is compared, not spelled out. */
const typeOf = (status: number): Check => {
  const fact = { kind: 'same-field', name: 'Content-Type', from: '{home}/start', at: target } as const;
  return status < 307
    ? {
        fact,
        given: { fact: { kind: 'request', at: target }, oneOf: ['GET, no body'] },
        rulings: [must('fetch/body-headers-dropped', 'lost'), should('rfc9110/content-fields-dropped', 'lost')],
      }
    : {
        fact,
        given: { fact: { kind: 'request', at: target }, oneOf: ['POST, same body'] },
        rulings: [must('fetch/other-headers-kept', 'same'), should('rfc9110/request-resent', 'same')],
      };
};

const one = ({ name, title, form, kept, dropped }: Row, status: RedirectStatus): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-${name}`,
    title: `POST of ${title} answered by ${status}`,
    covers: status < 307 ? dropped : kept,
    routes: { '{home}/start': { status, location: target, body: 'moved' }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', form },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, 'POST') },
      typeOf(status),
      status < 307 ? framingOfGet : { fact: { kind: 'framing', at: target }, rulings: framingRulings },
    ],
  });

/** Bodies of which the client makes the bytes, and their Content-Type: what it made for the first request has to fit the next. */
export const forms: readonly Scenario[] = rows.flatMap((row) => redirectStatuses.map((status) => one(row, status)));
