import type { RowId } from '../coverage/behaviours/index.ts';
import type { Octets, Repeated } from '../vocabulary/answer.ts';

/** A request body and its media type. */
export interface Payload {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly body: string | Repeated | Octets;
  readonly covers?: readonly RowId[];
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

/** FF FE 80 00 C3 28 ED A0 80 0D 0A: no part of it is valid UTF-8, and it begins like a byte order mark. */
export const noText: Octets = { base64: '//6AAMMo7aCADQo=' };

/** Request bodies of every kind. */
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
  {
    name: 'octets',
    title: 'octets that are not UTF-8',
    type: 'application/octet-stream',
    body: noText,
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
  { name: 'huge', title: '3 MB', type: 'application/octet-stream', body: { repeat: 'sixteen letters ', times: 187_500 } },
];

/** `moved`, compressed by gzip; one Latin-1 character for each byte. */
export const gzipped =
  '\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u00cb\u00cd/KM\u0001\u0000\u00f5\u008d\u00ec\u00c6\u0005\u0000\u0000\u0000';
