/** More redirects than allowed. */
export class TooManyRedirects extends Error {
  override readonly name = 'TooManyRedirects';
  readonly code = 'ERR_TOO_MANY_REDIRECTS';
}

/** A URL that was visited before, for a client that treats this as a loop. */
export class RedirectLoopError extends Error {
  override readonly name = 'RedirectLoopError';
  readonly code = 'ERR_REDIRECT_LOOP';
}

/** A redirect that the policy or the caller forbids. */
export class RedirectRefusedError extends Error {
  override readonly name = 'RedirectRefusedError';
}

/** A redirect of a request whose body can be read only once. */
export class BodyNotReplayableError extends Error {
  override readonly name = 'BodyNotReplayableError';
}

/** A Location that is not a valid URL. */
export class InvalidLocationError extends Error {
  override readonly name = 'InvalidLocationError';
}

/** A URL that is neither http nor https. */
export class UnsupportedSchemeError extends Error {
  override readonly name = 'UnsupportedSchemeError';
  readonly code = 'ERR_UNSUPPORTED_PROTOCOL';
}
