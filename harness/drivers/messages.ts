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

const ready = z.object({
  protocol: z.literal(PROTOCOL),
  name: z.string().min(1),
  version: z.string(),
  runtime: z.string(),
  capabilities: z.array(z.enum(capabilities)),
});

const received = z.object({
  url: z.string(),
  method: z.string(),
  headers: headerFields,
  body: z.object({ base64: z.base64() }),
  answeredBy: z.object({ place: z.string(), case: z.int() }).exactOptional(),
});

/** The messages of a driver, by the key that tells them apart. */
const messages = {
  ready: z.object({ ready }),
  opened: z.object({ opened: z.string() }),
  response: z.object({ id: z.int(), response }),
  error: z.object({ id: z.int(), error: thrownError, class: z.enum(errorClasses).exactOptional() }),
  thrown: z.object({ id: z.int(), thrown: z.string() }),
  crashed: z.object({ crashed: z.string() }),
  blocked: z.object({ blocked: z.string() }),
  told: z.object({ told: z.object({ call: z.int(), status: z.int(), url: z.string() }) }),
  received: z.object({ received }),
  closed: z.object({ closed: z.string() }),
  fault: z.object({ fault: z.string() }),
} as const satisfies Record<string, z.ZodType<DriverMessage>>;

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

/** The message in a line: a fault if it breaks the protocol, nothing if it is no message at all but a print of the client. */
export function parseMessage(line: string): DriverMessage | undefined {
  const json = parseJson(line);
  if (typeof json !== 'object' || json === null) return undefined;
  const key = (Object.keys(messages) as (keyof typeof messages)[]).find((each) => each in json);
  if (key === undefined) return undefined;
  const { success, data, error } = messages[key].safeParse(json);
  return success ? data : { fault: describeNonsense(line, error) };
}
