import type { RunningBrowser } from './running-browser.ts';

/** An error of a call, with what only the browser knows as its cause: a page is never told why a request failed. */
export function failureOf(message: string, reason: string | undefined, { browser, lastFailure }: RunningBrowser): Error {
  const refused = reason !== undefined && browser.refused.test(reason) ? lastFailure : undefined;
  const cause = refused ?? (reason === undefined ? undefined : new Error(reason));
  return new Error(message, cause && { cause });
}

/** Whether the cause of an error is one that a browser, or what refuses connections to it, calls so. */
export const caused =
  (pattern: RegExp) =>
  (error: unknown): boolean => {
    const { cause } = error as Error;
    return cause instanceof Error && pattern.test(cause.message);
  };
