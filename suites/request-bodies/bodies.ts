import { must, not, should } from '../rulings.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Repeated } from '../vocabulary/scenario.ts';

export const target: Place = '{home}/target';

/** What somebody posts, and what it says of itself. */
export interface Payload {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly body: string | Repeated;
  readonly covers?: readonly string[];
}

const multipart = [
  '--xYzZY42',
  'Content-Disposition: form-data; name="note"',
  '',
  'line one',
  '--xYzZY42',
  'Content-Disposition: form-data; name="file"; filename="a.txt"',
  'Content-Type: text/plain',
  '',
  '--xYzZY4 is no boundary',
  '--xYzZY42--',
  '',
].join('\r\n');

/** More than the buffers of a socket take at once. */
const large: Repeated = { repeat: 'sixteen letters ', times: 16_384 };

export const payloads: readonly Payload[] = [
  { name: 'text', title: 'plain text', type: 'text/plain', body: 'hello', covers: ['b-307-blob-replay'] },
  { name: 'json', title: 'JSON', type: 'application/json', body: '{"name":"Zoë","list":[1,2,3]}' },
  {
    name: 'form',
    title: 'a form',
    type: 'application/x-www-form-urlencoded',
    body: 'name=Zo%C3%AB&note=100%25',
    covers: ['b-307-urlencoded-replay'],
  },
  {
    name: 'multipart',
    title: 'a multipart form',
    type: 'multipart/form-data; boundary=xYzZY42',
    body: multipart,
    covers: ['b-307-multipart-boundary-stable', 'b-307-formdata-replay'],
  },
  {
    name: 'control-characters',
    title: 'control characters',
    type: 'application/octet-stream',
    body: '\u0000\r\n\r\n\u001a\u007f\r\n',
  },
  { name: 'one-byte', title: 'one byte', type: 'text/plain', body: 'x' },
  { name: 'like-a-request', title: 'text that looks like a request', type: 'message/http', body: 'GET /lure HTTP/1.1\r\n\r\n' },
  {
    name: 'large',
    title: '256 kB',
    type: 'application/octet-stream',
    body: large,
    covers: ['b-307-large-body', 'b-307-file-rewind'],
  },
];

/** How a request tells its body's length, whether it has one or lost it. */
export const framingRulings: readonly Ruling[] = [
  must('rfc9112/request-body-is-framed', not('content-length, body missing')),
  must('rfc9112/one-framing', not('both')),
];

/** A stale Content-Length leaves the server waiting: the request is there, but cut short. */
export const framingOfGet: Check = {
  fact: { kind: 'framing', at: target },
  given: { fact: { kind: 'request', at: target }, oneOf: ['GET, no body', 'GET, body cut short'] },
  rulings: [...framingRulings, should('rfc9110/no-content-length-without-content', 'none')],
};

/** The findings of a request that kept its method, whatever became of its body. */
export const whateverBody = (method: string): readonly string[] =>
  ['no body', 'same body', 'other body', 'unexpected body', 'body lost', 'body cut short'].map((rest) => `${method}, ${rest}`);
