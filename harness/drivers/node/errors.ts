import { inspect } from 'node:util';
import type { Client } from '../../adapter/index.ts';
import { type ErrorClass, errorClasses } from '../../../suites/vocabulary/error-class.ts';
import type { ThrownError } from '../../../suites/vocabulary/observation.ts';

const DEEPEST_CAUSE = 5;

/** An error in the form in which it crosses the pipe, without its stack. */
export function describeError(
  error: { name: unknown; message: unknown; cause?: unknown; code?: unknown; type?: unknown },
  depth = 0,
): ThrownError {
  const { name, message, cause } = error;
  const code = [error.code, error.type].find((each) => typeof each === 'string' || typeof each === 'number');
  return {
    name: String(name),
    message: String(message),
    ...(code !== undefined && { code: String(code) }),
    ...(cause instanceof Error && depth < DEEPEST_CAUSE && { cause: describeError(cause, depth + 1) }),
  };
}

/** What was thrown, in one line that begins with its kind: `a string: 'redirect'`, `undefined: undefined`. */
export function describeThrown(thrown: unknown): string {
  const kind =
    thrown === null || thrown === undefined ? String(thrown) : `a${/^[aeiou]/.test(typeof thrown) ? 'n' : ''} ${typeof thrown}`;
  return `${kind}: ${inspect(thrown, { depth: 1, breakLength: Infinity })}`;
}

/** The class that the adapter itself gives to an error. */
export function classByAdapter(client: Client, error: unknown): ErrorClass | undefined {
  return errorClasses.find((name) => client.errors?.[name]?.(error));
}
