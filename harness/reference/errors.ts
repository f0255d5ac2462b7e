/** More redirects than allowed. */
export class TooManyRedirectsError extends Error {
  override readonly name = 'TooManyRedirectsError';
  readonly code = 'ERR_TOO_MANY_REDIRECTS';
}

/** A URL met a second time, by a client that takes that for a loop. */
export class RedirectLoopError extends Error {
  override readonly name = 'RedirectLoopError';
  readonly code = 'ERR_REDIRECT_LOOP';
}

/** A redirect that the rules or the caller forbid. */
export class RedirectRefusedError extends Error {
  override readonly name = 'RedirectRefusedError';
}

/** A redirect of a body that could be read only once. */
export class BodyNotReplayableError extends Error {
  override readonly name = 'BodyNotReplayableError';
}

/** A Location that is no URL. */
export class InvalidLocationError extends Error {
  override readonly name = 'InvalidLocationError';
}

/** A target that is neither http nor https. */
export class UnsupportedSchemeError extends Error {
  override readonly name = 'UnsupportedSchemeError';
  readonly code = 'ERR_UNSUPPORTED_PROTOCOL';
}
