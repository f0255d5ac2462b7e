import { z } from 'zod';
import { driverMessages, type DriverMessage } from './protocol.ts';

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Why a message breaks the protocol: `response.status: expected number, received undefined`. */
function describeInvalid(line: string, error: z.ZodError): string {
  const reason = z.prettifyError(error).split('\n').join(' ').trim();
  return `invalid message from the adapter: ${reason} in ${line.slice(0, 200)}`;
}

/** The message in a line: a fault if it breaks the protocol, undefined if it is not a message but output of the client. */
export function parseMessage(line: string): DriverMessage | undefined {
  const json = parseJson(line);
  if (typeof json !== 'object' || json === null) return undefined;
  const key = (Object.keys(driverMessages) as (keyof typeof driverMessages)[]).find((each) => each in json);
  if (key === undefined) return undefined;
  const { success, data, error } = driverMessages[key].safeParse(json);
  return success ? data : { fault: describeInvalid(line, error) };
}
