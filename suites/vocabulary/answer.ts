import { z } from 'zod';
import { headerFieldsSchema } from './header-fields.ts';
import { nginxSchema } from './nginx.ts';
import { type PathPlace, placeSchema, type TunnelPlace } from './origin.ts';
import { ordinalSchema, type Shape } from './shape.ts';

/**
 * Text with placeholders, filled in when the scenario runs: `{other}` is an origin (`http://other-<label>.test`),
 * `{other.host}` its host name, `{other.host:upper}` the same in upper case, `{ipv4.host:alias}` an
 * address written in another way, `{secret:cookie}` a planted secret.
 */
export const templateSchema = z.string().meta({ id: 'template', description: 'Text with placeholders.' });
export type Template = Shape<typeof templateSchema>;

export const repeatedSchema = z
  .strictObject({ repeat: z.string(), times: ordinalSchema })
  .meta({ id: 'repeated', description: 'A long text in compact form.' });
export interface Repeated extends Shape<typeof repeatedSchema> {}

export const octetsSchema = z
  .strictObject({ base64: z.base64() })
  .meta({ id: 'octets', description: 'Bytes that are not UTF-8, in base64.' });
export interface Octets extends Shape<typeof octetsSchema> {}

/** Whether a body is given in base64. */
export const isOctets = (body: string | object): body is Octets => typeof body === 'object' && 'base64' in body;

/** A text in full; no text is the empty one. */
export const inFull = (text: string | Repeated = ''): string =>
  typeof text === 'string' ? text : text.repeat.repeat(text.times);

/** What every answer may have. */
const common = {
  nginx: nginxSchema.exactOptional(),
  sent: z
    .enum(['before the body', 'after the call'])
    .describe(
      'When the answer is sent: as soon as the header section of the request has arrived (and no 100 is sent), or once the call has settled. Default: once the whole request has arrived.',
    )
    .exactOptional(),
  pieces: z
    .union([z.literal('each byte'), z.array(z.string()).min(1)])
    .describe(
      'The bytes are sent in pieces, each in a packet of its own: a piece for each byte, or cut after each of these texts. HTTP/1.1 only.',
    )
    .exactOptional(),
};

/** An answer that the server builds: it adds the framing, and nothing else. */
export const responseSchema = z.strictObject({
  status: z.int(),
  reason: z.string().describe('Reason phrase. Default: the registered one.').exactOptional(),
  location: z
    .union([placeSchema, z.templateLiteral(['/', z.string()])])
    .describe('The Location field, for usual targets; it is sent before the other fields. Write an unusual value in `headers`.')
    .exactOptional(),
  headers: headerFieldsSchema.exactOptional(),
  body: z.union([templateSchema, repeatedSchema, octetsSchema]).describe('Text is sent as UTF-8.').exactOptional(),
  framing: z
    .enum(['length', 'chunked', 'close'])
    .describe(
      'How the end of the body is marked. Default: `length` (Content-Length). Over HTTP/2 `chunked` means no Content-Length, and `close` a GOAWAY before the answer.',
    )
    .exactOptional(),
  dated: z
    .literal(true)
    .describe('Add a Date field with the time of the answer: clients with a clock of their own compare it.')
    .exactOptional(),
  trailers: headerFieldsSchema.describe('Fields after the body; only HTTP/2 and `chunked` have room for them.').exactOptional(),
  ...common,
});
export interface Response extends Shape<typeof responseSchema> {}

export const rawAnswerSchema = z.strictObject({
  raw: templateSchema.describe('The exact bytes, in Latin-1. Bytes that are not a complete answer leave the client waiting.'),
  ending: z
    .enum(['close', 'reset'])
    .describe('What the server does after these bytes: `close` sends FIN, `reset` sends RST. Default: the connection stays open.')
    .exactOptional(),
  ...common,
});
export interface RawAnswer extends Shape<typeof rawAnswerSchema> {}

const answerSchema = z.union([responseSchema, rawAnswerSchema]).meta({ id: 'answer' });
export type Answer = Response | RawAnswer;

export const conditionSchema = z
  .strictObject({
    visit: ordinalSchema.describe('Counts the requests at this place, from 1.').exactOptional(),
    fromCall: ordinalSchema.describe('From this call on, counted from 1: until then something else holds.').exactOptional(),
    method: z.string().exactOptional(),
    header: z
      .strictObject({ name: z.string(), includes: templateSchema })
      .describe('A field that includes a text.')
      .exactOptional(),
    serverName: templateSchema.describe('The server name in the TLS handshake of its connection.').exactOptional(),
  })
  .meta({ description: 'When an answer applies: all given parts must hold.' });
export interface Condition extends Shape<typeof conditionSchema> {}

const caseSchema = z.strictObject({ when: conditionSchema.exactOptional(), answer: answerSchema });
export interface Case extends Shape<typeof caseSchema> {}

const routeSchema = z.union([answerSchema, z.array(caseSchema)]).meta({
  description: 'Always the same answer, or the first case that applies. Where none applies, the answer is 404.',
});
export type Route = Answer | readonly Case[];

export type Routes = { readonly [place: PathPlace]: Route } & { readonly [tunnel in TunnelPlace]?: Route };

export const routesSchema = z
  .record(placeSchema, routeSchema)
  .describe('What origins serve, by place. A path without a route is answered by 404.') as unknown as z.ZodType<Routes>;

/** The cases of a route; an answer that is always the same is one case without a condition. */
export const casesOf = (route: Route): readonly Case[] => (Array.isArray(route) ? route : [{ answer: route as Answer }]);
