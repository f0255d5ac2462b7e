import { z } from 'zod';
import { callSchema, multipartSchema, plainFormSchemas } from '../../suites/vocabulary/call.ts';
import { capabilityNames } from '../../suites/vocabulary/capability.ts';
import { errorClasses } from '../../suites/vocabulary/error-class.ts';
import { pageKinds } from '../../suites/vocabulary/page.ts';
import { headerFieldsSchema } from '../../suites/vocabulary/header-fields.ts';
import {
  changedObjectsSchema,
  responseFields,
  thrownErrorSchema,
  toldRedirectSchema,
} from '../../suites/vocabulary/observation.ts';
import type { Shape } from '../../suites/vocabulary/shape.ts';
import type { ConcreteRoute } from '../concrete/concrete-scenario.ts';
import { PROTOCOL } from './protocol-version.ts';

const base64Schema = z.object({ base64: z.base64() });

const proxySettingsSchema = z.object({
  http: z.string(),
  https: z.string().describe('Without it, https URLs are requested directly.').exactOptional(),
  bypass: z.array(z.string()).describe('Hosts that are reached directly, on every port.'),
});

/** A request as it crosses the pipe: a call of a scenario with every placeholder filled in. */
export const wireRequestSchema = z.object({
  ...callSchema.omit({ userinfo: true, times: true, abort: true }).shape,
  url: z.string().describe('Absolute URL. It may hold user name and password, and a fragment.'),
  headers: headerFieldsSchema,
  body: z
    .union([z.null(), base64Schema, z.object({ stream: z.array(z.base64()) })])
    .describe('Nothing, bytes, or the parts of a stream that can be read once.'),
  aborted: z
    .literal(true)
    .describe('The caller has aborted before the call begins: pass the client a signal that is already aborted.')
    .exactOptional(),
  form: z
    .union([multipartSchema({ path: z.string() }), ...plainFormSchemas])
    .describe('A form or a Blob instead of a body. The client makes the bytes and the Content-Type. `path` is that of a file.')
    .exactOptional(),
  netrc: z
    .string()
    .describe('The path of a .netrc file, from which the client takes user name and password for each host.')
    .exactOptional(),
  socksProxy: z
    .string()
    .describe('The URL of the SOCKS5 proxy for every connection. It may hold user name and password.')
    .exactOptional(),
  unixSocket: z
    .string()
    .describe('The path of a unix socket to connect to, instead of the host and port of the URL.')
    .exactOptional(),
  clientCertificate: z
    .object({ cert: z.string(), key: z.string() })
    .describe('A certificate of the caller and its key, as PEM, for origins that ask for one in the TLS handshake.')
    .exactOptional(),
  proxy: proxySettingsSchema
    .describe('URLs of forward proxies, by the scheme of the requested URL. Each may hold user name and password.')
    .exactOptional(),
});
export interface WireRequest extends Shape<typeof wireRequestSchema> {}

const openSchema = z.object({
  scenario: z.string(),
  needs: z.array(z.enum(capabilityNames)).describe('The capabilities that the scenario uses.'),
  routes: z
    .array(z.custom<ConcreteRoute>())
    .describe('What the driver itself answers, where it mocks the network. Empty otherwise.'),
  mostRequests: z
    .int()
    .describe('After how many requests it answers with an error, where it mocks the network: then the client is a runaway.'),
  names: z
    .record(z.string(), z.int())
    .describe(
      'Where each virtual address, `host:port` or `unix:/path`, listens on 127.0.0.1. Empty where the driver mocks the network.',
    ),
  ca: z.string().describe('The root certificate to trust, as PEM.'),
});

/** What the harness sends, by the key of the message. */
const harnessMessages = {
  hello: z.object({ hello: z.object({ protocol: z.int() }) }),
  open: z.object({ open: openSchema }),
  send: z.object({ send: z.object({ id: z.int(), request: wireRequestSchema }) }),
  abort: z.object({
    abort: z.object({
      id: z.int(),
      reason: z.literal('timeout').describe('A deadline of the caller has passed.').exactOptional(),
    }),
  }),
  close: z.object({ close: z.object({ scenario: z.string() }) }),
  timers: z
    .object({ timers: z.literal('pending') })
    .describe('How many timers are pending? Only to a driver whose `ready` has `timers`.'),
  probe: z
    .object({
      probe: z.object({
        within: z.number().min(0).describe('How far in the future a timer may be that is fired early, in milliseconds.'),
        settled: z.literal(true).describe('Every call has settled, and the process gets no further one.').exactOptional(),
      }),
    })
    .describe('What can happen without a byte of a server? Only to a driver whose `ready` has `probe`.'),
};

export type HarnessMessage = Shape<(typeof harnessMessages)[keyof typeof harnessMessages]>;

const readySchema = z.object({
  protocol: z.literal(PROTOCOL),
  name: z.string().min(1),
  version: z.string(),
  runtime: z.string().describe('`node 26.10.0`'),
  capabilities: z.array(z.enum(capabilityNames)),
  methods: z
    .array(z.string())
    .describe('The only methods that it can send; empty if it makes no requests except with `through`. Default: all.')
    .exactOptional(),
  follows: z.boolean().describe('Whether it follows redirects by default. Default: a probe finds out.').exactOptional(),
  page: z
    .enum(pageKinds)
    .describe(
      'It is a page of a browser, and asks what such a page can ask. Then every origin allows it to ask, unless the scenario is about that.',
    )
    .exactOptional(),
  timers: z.literal(true).describe('The driver answers the message `timers`.').exactOptional(),
  probe: z.literal(true).describe('The driver answers the message `probe`.').exactOptional(),
});
export interface Ready extends Shape<typeof readySchema> {}

/** What the caller of the client got, as it crosses the pipe. */
export const wireResponseSchema = z.object({
  ...responseFields,
  body: base64Schema.describe("After the client's own content decoding."),
});

const outlookSchema = z.union([
  z.literal('busy').describe('Something may happen.'),
  z.literal('stuck').describe('Nothing can happen, and no timer is due in the time that was given.'),
  z.object({ skipped: z.number().min(0) }).describe('Only a timer could. It was fired so many milliseconds early.'),
]);

/** What can happen in a client without a byte of a server. */
export type Outlook = z.infer<typeof outlookSchema>;

const receivedRequestSchema = z.object({
  url: z.string(),
  method: z.string(),
  headers: headerFieldsSchema,
  body: base64Schema,
  answeredBy: z.object({ place: z.string(), case: z.int() }).exactOptional(),
});

/** A request that the driver itself answered, where it mocks the network. */
export interface ReceivedRequest extends Shape<typeof receivedRequestSchema> {}

/** What a driver sends, by the key that distinguishes its messages. A line that is not JSON is output of the client. */
export const driverMessages = {
  ready: z.object({ ready: readySchema }),
  opened: z.object({ opened: z.string() }),
  response: z.object({ id: z.int(), response: wireResponseSchema }),
  error: z.object({ id: z.int(), error: thrownErrorSchema, class: z.enum(errorClasses).exactOptional() }),
  thrown: z.object({ id: z.int(), thrown: z.string() }).describe('What was thrown is not an Error.'),
  crashed: z
    .object({
      crashed: z.string(),
      in: z.string().describe('The scenario whose code ended the process, if the driver knows.').exactOptional(),
    })
    .describe('The process is about to end by itself: an uncaught exception, an unhandled rejection.'),
  blocked: z.object({ blocked: z.string() }).describe('The client tried to reach an address outside the scenario.'),
  told: z
    .object({ told: toldRedirectSchema })
    .describe('The client passed a redirect to a function of its caller, before it followed it.'),
  changed: z
    .object({ changed: changedObjectsSchema })
    .describe(
      'The client changed objects of its caller. Sent before the response or the error of that call; without names where it changed none, if the scenario needs `callers-objects`.',
    ),
  received: z.object({ received: receivedRequestSchema }),
  closed: z.object({ closed: z.string() }),
  pending: z
    .object({ pending: z.int().min(0) })
    .describe('How many timers of the client can still fire and keep its process alive.'),
  probed: z.object({ probed: outlookSchema }),
  fault: z
    .object({ fault: z.string() })
    .describe('The adapter or the driver itself is at fault; this says nothing about the client.'),
};

export type DriverMessage = Shape<(typeof driverMessages)[keyof typeof driverMessages]>;
