import { z } from 'zod';
import { errorClasses, type ThrownError } from '../../suites/vocabulary/observation.ts';
import { capabilities } from '../../suites/vocabulary/scenario.ts';
import { PROTOCOL, type DriverMessage } from './protocol.ts';

const headerFields = z.array(z.tuple([z.string(), z.string()]));

const thrownError: z.ZodType<ThrownError> = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().exactOptional(),
  get cause() {
    return thrownError.exactOptional();
  },
});

const response = z.object({
  status: z.int().min(0).max(999),
  headers: headerFields,
  body: z.object({ base64: z.base64() }),
  url: z.string().exactOptional(),
  redirected: z.boolean().exactOptional(),
  history: z.array(z.object({ status: z.int(), url: z.string(), headers: headerFields.exactOptional() })).exactOptional(),
});

/** What a driver says, besides lines that are no JSON, which count as a print of the client. */
const driverMessage: z.ZodType<DriverMessage> = z.union([
  z.object({
    ready: z.object({
      protocol: z.literal(PROTOCOL),
      name: z.string().min(1),
      version: z.string(),
      runtime: z.string(),
      capabilities: z.array(z.enum(capabilities)),
    }),
  }),
  /** The adapter or the driver itself is at fault; nothing can be said of the client. */
  z.object({ fault: z.string() }),
  z.object({ opened: z.string() }),
  z.object({ id: z.int(), response }),
  z.object({ id: z.int(), error: thrownError, class: z.enum(errorClasses).exactOptional() }),
  /** What was thrown is not an Error. */
  z.object({ id: z.int(), thrown: z.string() }),
  /** The process is about to end of itself: an uncaught exception, an unhandled rejection. */
  z.object({ crashed: z.string() }),
  /** The client tried to reach an address outside the scenario. */
  z.object({ blocked: z.string() }),
  /** A request answered by the driver itself, where it mocks the network. */
  z.object({
    received: z.object({
      url: z.string(),
      method: z.string(),
      headers: headerFields,
      body: z.object({ base64: z.base64() }),
      answeredBy: z.object({ place: z.string(), case: z.int() }).exactOptional(),
    }),
  }),
  z.object({ closed: z.string() }),
]);

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Why a message is none of the protocol: `response.status: expected number, received undefined`. */
function describeNonsense(line: string, error: z.ZodError): string {
  const reason = z.prettifyError(error).split('\n').join(' ').trim();
  return `the adapter answered with nonsense: ${reason} in ${line.slice(0, 200)}`;
}

/** The message in a line: a fault if it is none of the protocol, nothing if the line is no JSON but a print of the client. */
export function parseMessage(line: string): DriverMessage | undefined {
  const json = parseJson(line);
  if (json === undefined) return undefined;
  const { success, data, error } = driverMessage.safeParse(json);
  return success ? data : { fault: describeNonsense(line, error) };
}
