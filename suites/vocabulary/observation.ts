import { z } from 'zod';
import { errorClasses } from './error-class.ts';
import { headerFieldsSchema } from './header-fields.ts';
import { originNameSchema, placeSchema, proxies, socksProxies } from './origin.ts';
import { ordinalSchema, type Shape } from './shape.ts';

const bytesSchema = z.union([
  z.object({ length: z.int(), text: z.string() }),
  z.object({ length: z.int(), base64: z.base64() }),
  z.object({ length: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

/** Bytes as they are stored: text where they are UTF-8, base64 where not, length and digest above a few kB. */
export type Bytes = Shape<typeof bytesSchema>;

const viaSchema = z.object({
  proxy: z.enum([...proxies, ...socksProxies]),
  tunnel: z
    .boolean()
    .describe('In a tunnel, into which the proxy does not see. Else the proxy got the whole URL, and read every byte.'),
});

/** How a request came that did not come directly. */
export interface Via extends Shape<typeof viaSchema> {}

/** How an edge server came to its answer, as X-Cache says it. */
const edgeResults = ['Hit', 'Miss', 'RefreshHit'] as const;
export type EdgeResult = (typeof edgeResults)[number];

const recordedRequestSchema = z.object({
  origin: originNameSchema.describe('The origin it was addressed to: server and scheme, not the Host field.'),
  connection: z
    .int()
    .nullable()
    .describe(
      'Which connection of the scenario it used, from 1; `null` where the transport has none, and where calls made at once shared them by chance.',
    ),
  httpVersion: z
    .enum(['1.1', '2'])
    .nullable()
    .describe('The HTTP version of the connection; `null` where the transport has none.'),
  head: z
    .string()
    .nullable()
    .describe(
      'Request line and header section as received, with the empty line, in Latin-1. `null` over HTTP/2, and where the transport shows no bytes.',
    ),
  method: z.string(),
  preflight: z
    .literal(true)
    .describe('A browser asks by it whether a page may make a request. No fact counts it, except `preflights`.')
    .exactOptional(),
  target: z.string().describe('Path and query, also of a request that sent its whole URL to a proxy; `head` has the URL.'),
  via: viaSchema.exactOptional(),
  tunnelTo: originNameSchema.describe('The origin that a CONNECT asks a tunnel to.').exactOptional(),
  headers: headerFieldsSchema.describe(
    'Over HTTP/2 without the pseudo-header fields, except `:authority`, which is recorded as Host.',
  ),
  body: bytesSchema,
  complete: z.boolean().describe('False if the body announced in the head never arrived whole.'),
  serverName: z
    .string()
    .describe('The server name in the TLS handshake (SNI). Absent without TLS, and where there was none.')
    .exactOptional(),
  clientCertificate: z
    .string()
    .describe('The name in the certificate that the client sent in the TLS handshake. Absent where it sent none.')
    .exactOptional(),
  call: ordinalSchema.describe('During which call it came; only where something happens between calls.').exactOptional(),
  edge: z
    .enum(edgeResults)
    .describe('Whether an edge server answered it from its cache, asked the origin, or asked whether what it had is still right.')
    .exactOptional(),
  answeredBy: z
    .object({ place: placeSchema, case: z.int() })
    .describe(
      'The route that answered, and which of its cases. Absent for a path without a route, and for a request without an answer.',
    )
    .exactOptional(),
  answer: z
    .object({ head: z.string().describe('Status line and header section, with the empty line, in Latin-1.'), body: bytesSchema })
    .describe('What was answered, where the scenario does not say it in bytes: by nginx, or by an edge server.')
    .exactOptional(),
});

/** One request as a server saw it, in order of arrival. */
export interface RecordedRequest extends Shape<typeof recordedRequestSchema> {}

/** An error as the client threw it, without its stack. The compiler cannot write a type that is inferred from itself. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly cause?: ThrownError;
}
export const thrownErrorSchema: z.ZodType<ThrownError> = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().exactOptional(),
  get cause() {
    return thrownErrorSchema.exactOptional();
  },
});

const historyEntrySchema = z.object({
  status: z.int(),
  url: z.string().describe('The URL that answered with the redirect.'),
  headers: headerFieldsSchema.exactOptional(),
});

/** A redirect as the client itself reports it. */
export interface HistoryEntry extends Shape<typeof historyEntrySchema> {}

/** What an answer is to the caller, apart from its body. */
export const responseFields = {
  status: z.int().min(0).max(999).describe('0 for an opaque response.'),
  headers: headerFieldsSchema.describe('Repeated fields stay separate, in order.'),
  url: z.string().describe('The final URL, if the client reports it.').exactOptional(),
  redirected: z.boolean().describe('Whether it was redirected, if the client reports it.').exactOptional(),
  history: z
    .array(historyEntrySchema)
    .describe('One entry for each redirect followed, oldest first, if the client reports them.')
    .exactOptional(),
};

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('response'), ...responseFields, body: bytesSchema }),
  z.object({ kind: z.literal('error'), class: z.enum(errorClasses), error: thrownErrorSchema }),
  z.object({ kind: z.literal('non-error'), thrown: z.string() }).describe('Something was thrown that is not an Error.'),
  z.object({ kind: z.literal('hung') }),
  z
    .object({ kind: z.literal('crashed'), how: z.string() })
    .describe('The process of the client ended or would have: `exited with code 0`, `uncaught exception: …`.'),
]);

/** What the caller of the client got: exactly one of these for each call. */
export type Outcome = Shape<typeof outcomeSchema>;

export const toldRedirectSchema = z.object({
  call: ordinalSchema,
  status: z.int(),
  url: z.string().describe('The URL that answered with the redirect.'),
});

export const changedObjectsSchema = z.object({
  call: ordinalSchema,
  names: z.array(z.string()).describe('The members that the client changed, added or removed: `headers.host`.'),
});

/** Objects of the caller that the client changed during a call. */
export interface ChangedObjects extends Shape<typeof changedObjectsSchema> {}

/** A redirect as a client passes it to a function of the caller. */
export interface ToldRedirect extends Shape<typeof toldRedirectSchema> {}

/** Everything that was seen while one scenario ran against one client. */
export const observationSchema = z.object({
  requests: z.array(recordedRequestSchema),
  outcomes: z.array(outcomeSchema),
  blocked: z.array(z.string()).describe('Addresses outside the scenario that the client tried to reach, as `host:port`.'),
  told: z
    .array(toldRedirectSchema)
    .describe('The redirects that the client passed to a function of the caller; only where a call asks for it.')
    .exactOptional(),
  changed: z
    .array(changedObjectsSchema)
    .describe('The objects of the caller that the client changed; only where it did.')
    .exactOptional(),
  leftOpen: z
    .partialRecord(originNameSchema, z.int())
    .describe('How many connections to each origin were open when the last call had settled; only where a scenario asks.')
    .exactOptional(),
  leftOut: z
    .object({ requests: z.int(), outcomes: z.int() })
    .describe('Of calls that are made many times, how much is like what is shown, and is not stored.')
    .exactOptional(),
  exit: z
    .enum(['ends', 'stays'])
    .describe('Whether the process of the client could end after the last call; only where a scenario asks.')
    .exactOptional(),
  printed: z
    .string()
    .describe('What the client and its adapter printed, the last 4000 characters. Nothing is read off it.')
    .exactOptional(),
});
export interface Observation extends Shape<typeof observationSchema> {}
