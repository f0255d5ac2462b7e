import { z } from 'zod';
import { factKinds } from '../suites/vocabulary/fact-kinds.ts';
import { secrets, type Fact } from '../suites/vocabulary/fact.ts';
import { errorClasses } from '../suites/vocabulary/observation.ts';
import { proxies } from '../suites/vocabulary/origin.ts';
import { capabilities, headerShapes } from '../suites/vocabulary/scenario.ts';
import { checkOf, headerFields, jsonSchemaText, originName, profile, requirement } from './schema-pieces.ts';

const place = z
  .string()
  .regex(new RegExp(String.raw`^\{(${originName.options.join('|')})\}[/>]`))
  .meta({
    id: 'place',
    description: 'A path at an origin: `{other}/target`. Or a tunnel that a proxy is asked for by CONNECT: `{proxy}>home-tls`.',
  });

const template = z.string().meta({ id: 'template', description: 'Text with placeholders.' });

const nth = z.int().min(1);
const ofCall = { call: nth.describe('Which call, from 1; 1 unless given.').exactOptional() };
const atPlace = { at: place, visit: nth.describe('Which request at this place, from 1; 1 unless given.').exactOptional() };

const members: Readonly<Record<Fact['kind'], z.ZodRawShape>> = {
  settled: ofCall,
  followed: { to: place, ...ofCall },
  outcome: ofCall,
  request: atPlace,
  'content-headers': atPlace,
  framing: atPlace,
  canary: { ...atPlace, secret: z.enum(secrets), at: z.union([place, originName]) },
  next: { after: place, ...ofCall },
  field: { name: z.string(), ...atPlace },
  protocol: atPlace,
  route: atPlace,
  requests: { at: place.exactOptional() },
  'response-body': { from: place, ...ofCall },
  'response-header': { name: z.string(), ...ofCall },
  'final-url': ofCall,
  redirected: ofCall,
  connections: { to: originName },
  'left-open': { to: originName },
  exit: {},
  reuse: { from: place, at: place },
  'same-field': { name: z.string(), from: place, at: place },
  'server-name': atPlace,
  told: ofCall,
  history: ofCall,
};

const fact = z
  .union(Object.entries(members).map(([kind, shape]) => z.strictObject({ kind: z.literal(kind), ...shape })))
  .meta({ id: 'fact', description: 'One thing read off the record; `facts` says what each kind tells.' });

const repeated = z
  .strictObject({ repeat: z.string(), times: nth })
  .meta({ id: 'repeated', description: 'A long text, told shortly.' });

const timed = {
  sent: z
    .enum(['before the body', 'after the call'])
    .describe(
      'When the answer goes out: as soon as the header section has come (and no 100 is sent), or once the call has settled. Unless given: once the request has come whole.',
    )
    .exactOptional(),
};

const answer = z
  .union([
    z.strictObject({
      status: z.int(),
      reason: z.string().describe('The registered reason phrase unless given.').exactOptional(),
      location: template.describe('Value of the Location field, which goes before the other fields.').exactOptional(),
      headers: headerFields.exactOptional(),
      body: z.union([template, repeated]).describe('Sent as UTF-8.').exactOptional(),
      framing: z
        .enum(['length', 'chunked', 'close'])
        .describe(
          'How the end of the body is told; Content-Length unless given. Over HTTP/2 `chunked` means no Content-Length, and `close` a GOAWAY before the answer.',
        )
        .exactOptional(),
      ...timed,
      trailers: headerFields.describe('Fields after the body; HTTP/2 and `chunked` have room for them.').exactOptional(),
    }),
    z.strictObject({
      raw: template.describe('All that is sent, as Latin-1; where it is no whole answer, the client is left waiting.'),
      ending: z
        .enum(['close', 'reset'])
        .describe('How the connection ends after these bytes; it stays open unless given.')
        .exactOptional(),
      ...timed,
    }),
  ])
  .meta({ id: 'answer' });

const condition = z
  .strictObject({
    visit: nth.exactOptional(),
    method: z.string().exactOptional(),
    header: z.strictObject({ name: z.string(), includes: template }).exactOptional(),
  })
  .describe('All parts given must hold. `visit` counts the requests at this place from 1.');

const route = z
  .union([answer, z.array(z.strictObject({ when: condition.exactOptional(), answer }))])
  .describe('Always the same answer, or the first case that applies; 404 where none does.');

const proxyUse = z.strictObject({
  at: z.enum(proxies),
  userinfo: template.describe('User name and password inside the URL of the proxy: `user:password`.').exactOptional(),
});

const call = z.strictObject({
  method: z.string(),
  url: place,
  headers: headerFields.exactOptional(),
  userinfo: template.describe('User name and password inside the URL: `user:password`.').exactOptional(),
  body: z
    .union([z.string(), repeated, z.strictObject({ stream: z.array(z.string()) })])
    .describe('UTF-8, handed over as bytes; or in parts, as a stream that can be read once.')
    .exactOptional(),
  auth: z
    .strictObject({ username: z.string(), password: template })
    .describe('Credentials given by an option of the client instead of a field.')
    .exactOptional(),
  redirect: z.enum(['manual', 'error']).describe('The default of the client unless given.').exactOptional(),
  maxRedirects: z.int().describe('The default of the client unless given.').exactOptional(),
  through: z
    .enum(['event-source', 'websocket'])
    .describe('Made through this API of the platform, which takes a URL and nothing else.')
    .exactOptional(),
  form: z
    .union([
      z.strictObject({ as: z.enum(['multipart', 'urlencoded']), fields: z.array(z.tuple([z.string(), z.string()])) }),
      z.strictObject({ as: z.literal('blob'), type: z.string(), text: z.string() }),
    ])
    .describe('Instead of a body, what the client makes bytes and Content-Type of.')
    .exactOptional(),
  headerShape: z
    .enum(headerShapes)
    .describe('How the caller hands the fields over: in an object, a Map, or a Headers object.')
    .exactOptional(),
  sensitiveHeaders: z.array(z.string()).describe('Fields that the caller wants to stay at their origin.').exactOptional(),
  onRedirect: z
    .strictObject({
      add: headerFields.describe('Fields to add to the next request.').exactOptional(),
      throwAt: nth.describe('The redirect at which the caller throws.').exactOptional(),
      abortAt: nth.describe('The redirect at which the caller gives up the call.').exactOptional(),
    })
    .describe('What the caller does when it is told of a redirect, before that is followed.')
    .exactOptional(),
  rewriteMethods: z
    .boolean()
    .describe('Whether 301 and 302 turn POST into GET; the default of the client unless given.')
    .exactOptional(),
  maxBytes: z.int().describe('How many bytes the body of the response may have.').exactOptional(),
  abort: z
    .strictObject({
      on: z
        .union([z.literal('start'), z.strictObject({ request: place }), z.strictObject({ answer: place })])
        .describe(
          'Before the call has begun, or as soon as a request came to a place, or as soon as the answer there has been sent.',
        ),
      reason: z.literal('timeout').describe('Because its time is over; of its own will unless given.').exactOptional(),
    })
    .describe('When the caller gives up.')
    .exactOptional(),
  http2: z.literal(true).describe('Speak HTTP/2 where the origin offers it.').exactOptional(),
  proxy: z
    .strictObject({ http: proxyUse, https: proxyUse, bypass: z.array(originName).exactOptional() })
    .describe(
      'The forward proxy for URLs of each scheme; the hosts of the origins in `bypass` are reached without, on every port.',
    )
    .exactOptional(),
});

const scenario = z.strictObject({
  id: z.string().describe('`suite/name`; never renamed, never reused.'),
  title: z.string(),
  label: z.string().describe('What makes names and secrets of this scenario its own.'),
  routes: z.record(place, route).describe('Keyed by place. Any path without a route is answered by 404.'),
  calls: z.array(call).describe('Made one after the other, unless `atOnce`.'),
  atOnce: z.literal(true).exactOptional(),
  needs: z.array(z.enum(capabilities)).describe('Everything a client must be able to do, what its calls imply included.'),
  alsoListening: z.array(originName).describe('Origins without a route that listen all the same.').exactOptional(),
  covers: z.array(z.string()).describe('Known behaviours that it exercises.').exactOptional(),
  checks: z.array(checkOf(fact).extend({ id: z.string().describe('The id of the scenario, `#`, and the name of the fact.') })),
});

/** The shape of `catalogue.json`. */
export const catalogueSchema = z.strictObject({
  $schema: z.literal('./catalogue.schema.json'),
  version: z.literal(1),
  origins: z
    .record(
      originName,
      z.strictObject({
        scheme: z.enum(['http', 'https']),
        host: z.string(),
        port: z.int(),
        flaw: z
          .enum(['untrusted', 'misnamed', 'expired', 'closed'])
          .describe(
            'What is wrong with it on purpose: its certificate is from nobody, for another name or out of date, or nothing listens there.',
          )
          .exactOptional(),
        url: z.string(),
        alpn: z
          .array(z.enum(['h2', 'http/1.1']))
          .describe('What the server offers, the protocol it likes best first; HTTP/1.1 alone unless given.')
          .exactOptional(),
      }),
    )
    .describe('Two origins of one host and port are one server that speaks both TLS and plain http.'),
  secrets: z.record(z.enum(secrets), z.strictObject({ value: z.string(), field: z.tuple([z.string(), template]) })),
  placeholders: z.strictObject({
    pattern: z.string(),
    rules: z.array(z.strictObject({ placeholder: z.string(), becomes: z.string() })),
  }),
  capabilities: z.array(z.enum(capabilities)),
  errors: z.array(z.enum(errorClasses)),
  facts: z.record(
    z.enum(Object.keys(factKinds) as Fact['kind'][]),
    z.strictObject({ tells: z.string(), findings: z.array(z.string()) }),
  ),
  requirements: z.record(z.string(), requirement),
  profiles: z.array(profile),
  suites: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  scenarios: z.array(scenario),
});

/** The published JSON Schema of `catalogue.json`, as text. */
export function catalogueJsonSchema(): string {
  return jsonSchemaText('Catalogue of redirect-conformance, version 1', catalogueSchema);
}
