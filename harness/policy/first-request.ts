import { UnsupportedSchemeError } from './errors.ts';
import { isOneOf } from './fields.ts';
import type { Fields, PlainRequest } from './messages.ts';

/** What a call sends beside method and URL. */
export interface RequestContent {
  /** Fields as an object, a Map, a Headers object, or pairs of name and value. */
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [name: string, value: string]>;
  /** Text, bytes, a form, a Blob or a stream. */
  readonly body?: NonNullable<ConstructorParameters<typeof Response>[0]>;
}

/** HTTP Basic credentials as a field. */
export const basicField = (username: string, password: string): Fields[number] => [
  'Authorization',
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
];

/** The methods that Fetch converts to upper case. */
const normalized = /^(delete|get|head|options|post|put)$/i;

/** The client decides on the framing of a body, whatever fields the caller sets. */
const isFraming = isOneOf('content-length', 'transfer-encoding');

const isIterable = <Pair>(value: object): value is Iterable<Pair> => Symbol.iterator in value;

const fieldsGiven = (headers: NonNullable<RequestContent['headers']>): Fields =>
  isIterable<Fields[number]>(headers) ? [...headers] : Object.entries(headers);

/** An absolute URL without user name and password, and these as a field. */
function splitUrl(text: string): { readonly url: URL; readonly credentials: Fields } {
  const url = URL.parse(text);
  if (!url) throw new TypeError(`not an absolute URL: ${text}`);
  if (!/^https?:$/.test(url.protocol)) throw new UnsupportedSchemeError(`unsupported protocol: ${url.protocol}`);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const isGiven = username !== '' || password !== '';
  return { url, credentials: isGiven ? [basicField(decodeURIComponent(username), decodeURIComponent(password))] : [] };
}

/** The first request of a call. A stream is read to its end; user name and password of the URL become a field. */
export async function firstRequest(
  method: string,
  address: string,
  { headers = [], body }: RequestContent,
): Promise<PlainRequest> {
  const { url, credentials } = splitUrl(address);
  const encoded = body === undefined ? undefined : new Response(body);
  const type = encoded?.headers.get('content-type') ?? undefined;
  const replaced = isOneOf(...(credentials.length > 0 ? ['authorization'] : []));
  const given = fieldsGiven(headers).filter(([name]) => !isFraming(name) && !replaced(name));
  const needsType = type !== undefined && !given.some(([name]) => isOneOf('content-type')(name));
  return {
    method: normalized.test(method) ? method.toUpperCase() : method,
    url,
    headers: [...given, ...(needsType ? [['Content-Type', type] as const] : []), ...credentials],
    body: encoded && new Uint8Array(await encoded.arrayBuffer()),
    isReadOnce: body instanceof ReadableStream,
  };
}
