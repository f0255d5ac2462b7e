import { z } from 'zod';
import { octetsSchema, repeatedSchema, templateSchema } from './answer.ts';
import { headerFieldsSchema } from './header-fields.ts';
import { atSockets, originNameSchema, placeSchema, proxies, socksProxies } from './origin.ts';
import { pageSchema } from './page.ts';
import { ordinalSchema, type Shape } from './shape.ts';

/** The forms in which a caller may pass the fields of a request. */
export const headerShapes = ['object', 'map', 'headers', 'pairs', 'list'] as const;
export type HeaderShape = (typeof headerShapes)[number];

const userinfoOfProxy = templateSchema
  .describe('User name and password in the URL of the proxy: `user:password`.')
  .exactOptional();

const proxyUseSchema = z.strictObject({
  at: z.enum(proxies),
  userinfo: userinfoOfProxy,
});
export interface ProxyUse extends Shape<typeof proxyUseSchema> {}

const socksProxyUseSchema = z.strictObject({ at: z.enum(socksProxies), userinfo: userinfoOfProxy });
export interface SocksProxyUse extends Shape<typeof socksProxyUseSchema> {}

const proxyingSchema = z.strictObject({
  http: proxyUseSchema,
  https: proxyUseSchema.describe('Without it, https URLs are requested directly.').exactOptional(),
  bypass: z
    .array(originNameSchema)
    .describe('The hosts of these origins are reached without a proxy, on every port.')
    .exactOptional(),
});
export interface Proxying extends Shape<typeof proxyingSchema> {}

const formFieldsSchema = z.array(z.tuple([z.string(), z.string()]));

/** The forms that are the same in a scenario and on the wire. */
export const plainFormSchemas = [
  z.strictObject({ as: z.literal('urlencoded'), fields: formFieldsSchema }),
  z.strictObject({ as: z.literal('blob'), type: z.string(), text: z.string() }),
] as const;

/** A form with a file, which is described by how its content is given. */
export const multipartSchema = <Content extends z.ZodRawShape>(content: Content) =>
  z.strictObject({
    as: z.literal('multipart'),
    fields: formFieldsSchema,
    file: z.strictObject({ name: z.string(), type: z.string(), ...content }).exactOptional(),
  });

const formSchema = z.union([
  multipartSchema({ text: z.string().describe('What is in the file. One for a scenario.') }),
  ...plainFormSchemas,
]);
export type Form = Shape<typeof formSchema>;

const redirectHookSchema = z.strictObject({
  add: headerFieldsSchema.describe('Fields to add to the next request.').exactOptional(),
  throwAt: ordinalSchema.describe('The redirect at which the caller throws.').exactOptional(),
  abortAt: ordinalSchema.describe('The redirect at which the caller aborts the call.').exactOptional(),
});
export interface RedirectHook extends Shape<typeof redirectHookSchema> {}

const abortSchema = z.union([
  z.strictObject({ on: z.literal('start') }),
  z.strictObject({
    on: z.union([z.strictObject({ request: placeSchema }), z.strictObject({ answer: placeSchema })]),
    reason: z.literal('timeout').describe('A deadline of the caller has passed. Default: the caller aborts.').exactOptional(),
  }),
]);
export type Abort = Shape<typeof abortSchema>;

const streamedSchema = z.strictObject({ stream: z.array(z.string()) });

/** The parts of a body that is passed as a stream which can be read once. */
export interface Streamed extends Shape<typeof streamedSchema> {}

/** What the caller asks of the client. Everything but method, url, headers, userinfo and body needs a capability. */
export const callSchema = z.strictObject({
  method: z.string(),
  url: placeSchema.describe('What is requested; it may have a fragment.'),
  headers: headerFieldsSchema.exactOptional(),
  userinfo: templateSchema.describe('User name and password in the URL: `user:password`.').exactOptional(),
  body: z
    .union([z.string(), repeatedSchema, octetsSchema, streamedSchema])
    .describe('Passed as bytes, text as UTF-8; or in parts, as a stream that can be read once.')
    .exactOptional(),
  auth: z
    .strictObject({ username: z.string(), password: templateSchema })
    .describe('Credentials for HTTP Basic, by an option of the client instead of a field.')
    .exactOptional(),
  netrc: templateSchema
    .describe('The text of a .netrc file, from which the client takes user name and password for each host. One for a scenario.')
    .exactOptional(),
  tokenProvider: z
    .array(z.tuple([templateSchema.describe('An origin: `{home}`.'), templateSchema]))
    .describe('What a function of the caller returns for an origin that the client asks it for: a value for Authorization.')
    .exactOptional(),
  cookies: z
    .array(z.tuple([z.string(), templateSchema]))
    .describe('Cookies for the host of the URL, by an option of the client instead of a field.')
    .exactOptional(),
  query: z
    .array(z.tuple([z.string(), templateSchema]))
    .describe('Names and values that the client adds to the query of the URL.')
    .exactOptional(),
  redirect: z
    .enum(['manual', 'error'])
    .describe('Return the redirect unfollowed, or fail on it. Default: the default of the client.')
    .exactOptional(),
  maxRedirects: z.int().describe('How many redirects to follow at most. Default: the default of the client.').exactOptional(),
  throwAtLimit: z
    .literal(true)
    .describe('A redirect beyond the limit is an error. Default: the default of the client.')
    .exactOptional(),
  proxy: proxyingSchema.describe('The forward proxy for URLs of each scheme.').exactOptional(),
  socksProxy: socksProxyUseSchema
    .describe('The SOCKS5 proxy for every connection. With `userinfo` it accepts only these credentials.')
    .exactOptional(),
  unixSocket: z.enum(atSockets).describe('Connect to the unix socket of this origin instead of a host and port.').exactOptional(),
  clientCertificate: z
    .literal(true)
    .describe('Give the client a certificate of the caller, for origins that ask for one in the TLS handshake.')
    .exactOptional(),
  http2: z.literal(true).describe('Speak HTTP/2 where the origin offers it.').exactOptional(),
  form: formSchema
    .describe('A FormData, URLSearchParams or Blob instead of a body. The client makes the bytes and the Content-Type.')
    .exactOptional(),
  sensitiveHeaders: z.array(z.string()).describe('Fields that must stay at their origin.').exactOptional(),
  headerShape: z
    .enum(headerShapes)
    .describe(
      'How the fields are passed: in an object, a Map, a Headers object, a list of pairs, or a flat list of names and values in turn. Default: as the client prefers.',
    )
    .exactOptional(),
  onRedirect: redirectHookSchema
    .describe('A function of the caller that is called before each redirect is followed.')
    .exactOptional(),
  rewriteMethods: z
    .boolean()
    .describe('Whether 301 and 302 turn POST into GET. Default: the default of the client.')
    .exactOptional(),
  maxBytes: z.int().describe('How many bytes the body of the response may have.').exactOptional(),
  maxRequestBytes: z.int().describe('How many bytes the body of each request may have.').exactOptional(),
  through: z
    .enum(['event-source', 'websocket', 's3', 'navigation', 'beacon', 'csp-report'])
    .describe(
      'Use this API, which takes no fields: one of the platform, with a URL and at most a body, or the operations of a client for S3, on the bucket and the key that the URL names.',
    )
    .exactOptional(),
  page: pageSchema.describe('The page of a browser that makes the call, and how.').exactOptional(),
  times: ordinalSchema.describe('How often it is made, one after the other. Default: once.').exactOptional(),
  abort: abortSchema
    .describe(
      'When the caller aborts: before the call begins, or as soon as a request has arrived at a place, or its answer has been sent.',
    )
    .exactOptional(),
});
export interface Call extends Shape<typeof callSchema> {}

/** The calls as they are made: each as often as it says. A fact counts these calls. */
export const callsMade = (calls: readonly Call[]): readonly Call[] =>
  calls.flatMap(({ times = 1, ...call }) => Array.from({ length: times }, (): Call => call));

export const isStreamed = (body: NonNullable<Call['body']>): body is Streamed => typeof body === 'object' && 'stream' in body;
