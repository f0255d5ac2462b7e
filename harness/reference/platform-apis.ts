import { randomBytes } from 'node:crypto';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { ClientRequest, ClientResponse } from '../adapter/index.ts';
import { makeCall } from './call.ts';
import type { SendOne } from './messages.ts';
import type { ReferencePolicy } from './policy.ts';

const get = ({ url, headers }: ClientRequest, own: [string, string][]): ClientRequest => ({
  method: 'GET',
  url,
  headers: [...headers, ...own],
  body: undefined,
});

const accept: [string, string] = ['Accept', 'text/event-stream'];

/** The first message of an event stream; HTML Standard, server-sent events. A stream that ends before is opened once more. */
async function eventSource(
  call: ClientRequest,
  policy: ReferencePolicy,
  send: SendOne,
  lastId?: string,
): Promise<ClientResponse> {
  const fields: [string, string][] = lastId === undefined ? [accept] : [accept, ['Last-Event-ID', lastId]];
  const { status, headers, body, url = '' } = await makeCall(get(call, fields), policy, send);
  const isStream = status === 200 && valuesOf(headers, 'content-type').join().startsWith('text/event-stream');
  if (!isStream) throw new Error('the event source failed');
  const text = Buffer.from(body).toString();
  const [, data] = /^data: (.*)$/m.exec(text) ?? [];
  const [, id = ''] = /^id: (.*)$/m.exec(text) ?? [];
  if (data === undefined && lastId === undefined) return eventSource(call, policy, send, id);
  if (data === undefined) throw new Error('the event source failed');
  return { status, headers: [['Message-Origin', new URL(url).origin]], body: Buffer.from(data), url: call.url };
}

/** An opening handshake. It succeeds only with a 101; redirects are not followed. */
async function webSocket(call: ClientRequest, policy: ReferencePolicy, send: SendOne): Promise<ClientResponse> {
  const key = randomBytes(16).toString('base64');
  const fields: [string, string][] = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', key],
  ];
  const { status } = await makeCall({ ...get(call, fields), redirect: 'manual' }, policy, send);
  throw new Error(`the opening handshake failed: ${status}`);
}

/** An operation of S3, without a signature. What is no success is an error with the name that its document gives. */
async function s3(
  { method, url, headers, body }: ClientRequest,
  policy: ReferencePolicy,
  send: SendOne,
): Promise<ClientResponse> {
  const response = await makeCall({ method, url, headers, body }, policy, send);
  if (response.status < 300) return response;
  const error = new Error(`the operation failed: ${response.status}`);
  error.name = /<Code>(\w+)<\/Code>/.exec(Buffer.from(response.body).toString())?.[1] ?? `${response.status}`;
  throw error;
}

/** How a call is made through each API. */
export const platformApis = { 'event-source': eventSource, websocket: webSocket, s3 } as const;

/** Whether a call is made through one of these. It never is through an API that only browsers have. */
export const hasApi = (call: ClientRequest): call is ClientRequest & { through: keyof typeof platformApis } =>
  call.through !== undefined && call.through in platformApis;
