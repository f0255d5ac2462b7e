import { arrayBuffer } from 'node:stream/consumers';
import { fieldsOfRaw, type HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { inShape, type ClientRequest } from '../adapter/index.ts';
import type { OutgoingRequest } from './messages.ts';

/** HTTP Basic credentials as a field. */
export const basicField = (username: string, password: string): readonly [string, string] => [
  'Authorization',
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
];

interface BodyToSend {
  readonly body: Uint8Array | undefined;
  /** The fields that describe a body which was made here. */
  readonly fields: HeaderFields;
}

/** The body of a call in bytes; a stream is read to its end. */
async function bodyToSend({ body, form }: Pick<ClientRequest, 'body' | 'form'>): Promise<BodyToSend> {
  if (form) {
    const encoded = new Response(form);
    return { body: await encoded.bytes(), fields: [['Content-Type', encoded.headers.get('content-type') ?? '']] };
  }
  return { body: body instanceof ReadableStream ? new Uint8Array(await arrayBuffer(body)) : body, fields: [] };
}

/** The fields of a call, read from the form in which they are passed. */
function givenFields({ headers, headerShape }: Pick<ClientRequest, 'headers' | 'headerShape'>): HeaderFields {
  const given = headerShape ? inShape(headers, headerShape) : headers;
  if (Array.isArray(given)) return fieldsOfRaw(given.flat());
  return Symbol.iterator in given ? [...given] : Object.entries(given);
}

/** The methods that Fetch converts to upper case. */
const normalized = /^(delete|get|head|options|post|put)$/i;

/** The first request of a call. User name and password, from the URL or the option, become a field. */
export async function firstRequest({
  method,
  url,
  auth,
  query = [],
  http2,
  proxy,
  socksProxy,
  unixSocket,
  clientCertificate,
  ...call
}: ClientRequest): Promise<OutgoingRequest> {
  const target = new URL(url);
  for (const [name, value] of query) target.searchParams.append(name, value);
  const { username, password } = target;
  target.username = '';
  target.password = '';
  const given =
    auth ?? (username ? { username: decodeURIComponent(username), password: decodeURIComponent(password) } : undefined);
  // The client decides on the framing of the body, whatever fields the caller sets.
  const replaced = given ? /^(authorization|content-length|transfer-encoding)$/i : /^(content-length|transfer-encoding)$/i;
  const others = givenFields(call).filter(([name]) => !replaced.test(name));
  const { body, fields } = await bodyToSend(call);
  return {
    method: normalized.test(method) ? method.toUpperCase() : method,
    url: target,
    headers: [...others, ...fields, ...(given ? [basicField(given.username, given.password)] : [])],
    body,
    http2,
    proxy,
    ...(clientCertificate && { certificate: clientCertificate }),
    ...(socksProxy && { socksProxy }),
    ...(unixSocket && { socket: { host: target.host, path: unixSocket } }),
  };
}
