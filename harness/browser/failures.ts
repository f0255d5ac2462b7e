import type { Client } from '../adapter/index.ts';
import type { RunningBrowser } from './browser.ts';

/** An error of a call, with what only the browser knows as its cause: a page is never told why a request failed. */
export function failureOf(message: string, reason: string | undefined, browser: RunningBrowser): Error {
  const refused = reason === 'net::ERR_SOCKS_CONNECTION_FAILED' ? browser.lastFailure : undefined;
  const cause = refused ?? (reason === undefined ? undefined : new Error(reason));
  return new Error(message, cause && { cause });
}

const caused =
  (pattern: RegExp) =>
  (error: unknown): boolean => {
    const { cause } = error as Error;
    return cause instanceof Error && pattern.test(cause.message);
  };

/** The classes of what Chromium calls its errors. */
export const errorClassesOfChromium: NonNullable<Client['errors']> = {
  'blocked-address': caused(/EBLOCKED/),
  'too-many-redirects': caused(/ERR_TOO_MANY_REDIRECTS/),
  'unsupported-scheme': caused(/ERR_(UNSAFE_REDIRECT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME)/),
  'invalid-location': caused(/ERR_(INVALID_(REDIRECT|URL)|RESPONSE_HEADERS_MULTIPLE_LOCATION)/),
  tls: caused(/ERR_(CERT|SSL)_/),
  connection: caused(/ERR_(SOCKS|CONNECTION|EMPTY_RESPONSE|NAME_NOT_RESOLVED|INCOMPLETE|CONTENT_LENGTH|HTTP2)/),
};
