import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Form } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfGet, framingOfUpload, uploadTarget } from './shared.ts';

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
    name: 'form-data-with-file',
    title: 'FormData with a Blob that reads from a file',
    form: { as: 'multipart', fields, file: { name: 'story', type: 'text/plain', text: 'once upon a time' } },
    kept: ['b-307-formdata-replay', 'b-307-file-rewind'],
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

/** The boundary in Content-Type is new in each run, so the two values are compared with each other. */
const contentType = { kind: 'same-field', name: 'Content-Type', from: '{home}/start', at: uploadTarget } as const;

const whenDropped: readonly Check[] = [
  {
    fact: contentType,
    given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['GET, no body'] },
    rulings: [must('fetch/body-headers-dropped', 'lost'), should('rfc9110/content-fields-dropped', 'lost')],
  },
  framingOfGet,
];

const whenKept: readonly Check[] = [
  {
    fact: contentType,
    given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['POST, same body'] },
    rulings: [must('fetch/other-headers-kept', 'same'), should('rfc9110/request-resent', 'same')],
  },
  framingOfUpload,
];

const toScenario = ({ name, title, form, kept, dropped }: Row, status: RedirectStatus): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-${name}`,
    title: `POST of ${title} answered by ${status}`,
    covers: status < 307 ? dropped : kept,
    routes: {
      '{home}/start': { status, location: uploadTarget, body: 'moved' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method: 'POST', url: '{home}/start', form },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: requestRulings(status, 'POST') },
      ...(status < 307 ? whenDropped : whenKept),
    ],
  });

/** Bodies whose bytes and Content-Type are made by the client. They have to match in the second request too. */
export const forms: readonly Scenario[] = rows.flatMap((row) => redirectStatuses.map((status) => toScenario(row, status)));
