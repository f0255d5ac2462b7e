import type { ErrorClass, ThrownError } from '../suites/vocabulary/observation.ts';

interface Rule {
  readonly class: ErrorClass;
  /** Matched against name, code and message of an error and each of its causes: `TypeError fetch failed`. */
  readonly pattern: RegExp;
}

/** How the known clients name their errors; the first rule that matches decides. */
const rules: readonly Rule[] = [
  { class: 'blocked-address', pattern: /EBLOCKED/ },
  { class: 'redirect-loop', pattern: /redirect ?loop|ERR_REDIRECT_LOOP|circular redirect|Redirect loop detected/i },
  {
    class: 'too-many-redirects',
    pattern:
      /TooManyRedirects|TOO_MANY_REDIRECTS|MaxRedirects|redirect count exceeded|maximum (number of )?redirects?|max-redirect|max(imum)? redirects|Redirected \d+ times/i,
  },
  {
    class: 'unsupported-scheme',
    pattern:
      /UNSUPPORTED_PROTOCOL|unsupported protocol|UnsupportedProtocol|HTTP\(S\) scheme|scheme must be|scheme is not supported|Invalid protocol|ERR_INVALID_PROTOCOL|unknown scheme/i,
  },
  {
    class: 'invalid-location',
    pattern: /Invalid URL|ERR_INVALID_URL|invalid redirect|invalid-redirect|Failed to parse URL|Location/i,
  },
  {
    class: 'body-not-replayable',
    pattern:
      /unsupported-redirect|body (is )?(unusable|already used|not replayable)|non-retryable|one-shot|ReadableStream.*locked/i,
  },
  {
    class: 'redirect-refused',
    pattern: /unexpected redirect|no-redirect|redirect mode is set to error|redirect refused|RedirectRefused/i,
  },
  { class: 'timeout', pattern: /ETIMEDOUT|TimeoutError|timed? ?out/i },
  { class: 'aborted', pattern: /AbortError|ABORT_ERR|ERR_CANCELED|aborted/i },
  { class: 'tls', pattern: /CERT|ERR_TLS|ERR_SSL|self.signed|SSL|EPROTO/i },
  {
    class: 'connection',
    pattern: /ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|socket|other side closed|UND_ERR_(SOCKET|CONNECT)|terminated/i,
  },
];

function* chain(error: ThrownError): Generator<ThrownError> {
  for (let link: ThrownError | undefined = error; link; link = link.cause) yield link;
}

/** The kind of an error, whatever its client calls it; the innermost cause that any rule knows tells most. */
export function classify(error: ThrownError): ErrorClass {
  const texts = [...chain(error)].map(({ name, code = '', message }) => `${name} ${code} ${message}`).toReversed();
  for (const text of texts) {
    const rule = rules.find(({ pattern }) => pattern.test(text));
    if (rule) return rule.class;
  }
  return 'other';
}
