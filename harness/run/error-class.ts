import type { ErrorClass } from '../../suites/vocabulary/error-class.ts';
import type { ThrownError } from '../../suites/vocabulary/observation.ts';

interface Rule {
  readonly class: ErrorClass;
  /** Matched against the whole code of an error, and against every word of its message that is written like a code. */
  readonly code?: RegExp;
  /** Matched against the whole name of an error. */
  readonly name?: RegExp;
  /** Matched against the message: whole words only. */
  readonly words?: RegExp;
}

/** How the known clients name their errors. The first rule that matches decides. */
const rules: readonly Rule[] = [
  { class: 'blocked-address', code: /^EBLOCKED$/ },
  {
    class: 'redirect-loop',
    code: /^ERR_REDIRECT_LOOP$/,
    name: /^RedirectLoopError$/,
    words: /\b(redirect ?loop|circular redirect)\b/i,
  },
  {
    class: 'too-many-redirects',
    code: /^(ERR_(FR_)?TOO_MANY_REDIRECTS|max-redirect)$/,
    name: /^(TooManyRedirects(Error)?|MaxRedirectsError)$/,
    words: /\b(too many redirects|redirect count exceeded|max(imum)? (number of )?redirects?|redirected \d+ times)\b/i,
  },
  {
    class: 'unsupported-scheme',
    code: /^ERR_(UNSUPPORTED|INVALID)_PROTOCOL$/,
    name: /^Unsupported(Protocol|Scheme)(Error)?$/,
    words:
      /\b(unsupported protocol|invalid (URL )?protocol|HTTP\(S\) scheme|scheme must be|scheme\b.* not supported|unknown scheme)\b/i,
  },
  {
    class: 'invalid-location',
    code: /^(ERR_INVALID_URL|invalid-redirect)$/,
    name: /^InvalidLocation(Error)?$/,
    words: /\b(invalid URL|invalid redirect|failed to parse URL|Location)\b/i,
  },
  {
    class: 'body-not-replayable',
    code: /^unsupported-redirect$/,
    name: /^BodyNotReplayable(Error)?$/,
    words:
      /\b(body (is )?(unusable|already used|not replayable)|non-(retryable|replayable)|one-shot|ReadableStream\b.* locked)\b/i,
  },
  {
    class: 'redirect-refused',
    code: /^no-redirect$/,
    name: /^RedirectRefused(Error)?$/,
    words: /\b(unexpected redirect|redirect mode is set to error|redirect refused|cannot redirect to UNIX socket)\b/i,
  },
  {
    class: 'timeout',
    code: /^(E(SOCKET)?TIMEDOUT|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT)$/,
    name: /^(\w*Timeout(Error)?|timeout)$/,
    words: /\b(timed out|time ?out)\b/i,
  },
  {
    class: 'aborted',
    code: /^(ABORT_ERR|ERR_ABORTED|ERR_CANCELED|UND_ERR_ABORTED|aborted)$/,
    name: /^(AbortError|CanceledError)$/,
    words: /\b(aborted|cancell?ed)\b/i,
  },
  {
    class: 'tls',
    code: /^(CERT_\w+|\w+_CERT|\w+_CERT_\w+|ERR_(TLS|SSL)_\w+|UNABLE_TO_VERIFY_\w+|EPROTO)$/,
    name: /^(SSL|TLS|Certificate)\w*$/,
    words: /\b(certificates?|self.signed|SSL|TLS)\b/i,
  },
  {
    class: 'connection',
    code: /^(ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_(SOCKET|CONNECT)|ERR_PROXY_TUNNEL|ERR_STREAM_PREMATURE_CLOSE|ERR_HTTP_CONTENT_LENGTH_MISMATCH)$/,
    name: /^(SocketError|Connection\w*|BrokenPipeError|IncompleteRead|RemoteDisconnected)$/,
    words: /\b(socket|other side closed|terminated|premature close|proxy authentication required|HTTP tunneling)\b/i,
  },
];

/** An error and its causes, the innermost first: it says most about what happened. */
function linksOf(error: ThrownError): readonly ThrownError[] {
  return [...(error.cause ? linksOf(error.cause) : []), error];
}

/** The code of an error, and the words of its message that are written like one: `connect ECONNREFUSED 127.0.0.1`. */
const codesOf = ({ code, message }: ThrownError): readonly string[] => [
  ...(code === undefined ? [] : [code]),
  ...(message.match(/\b[A-Z][A-Z0-9_]{4,}\b/g) ?? []),
];

const hasCode = (error: ThrownError, { code }: Rule): boolean => codesOf(error).some((each) => code?.test(each));
const hasCodeOrName = (error: ThrownError, rule: Rule): boolean => hasCode(error, rule) || (rule.name?.test(error.name) ?? false);
const hasWords = ({ message }: ThrownError, { words }: Rule): boolean => words?.test(message) ?? false;

/**
 * The class of an error, whatever its client calls it: by code and name of the error and its causes, and only where
 * they say nothing by the words of the messages. `callerAborts` says whether the caller had the call aborted; without
 * that, an aborted request is a connection that broke off.
 */
export function classify(error: ThrownError, { callerAborts }: { readonly callerAborts: boolean }): ErrorClass {
  const links = linksOf(error);
  for (const isMatch of [hasCodeOrName, hasWords]) {
    for (const link of links) {
      const rule = rules.find((each) => isMatch(link, each));
      if (rule) return rule.class === 'aborted' && !callerAborts ? 'connection' : rule.class;
    }
  }
  return 'other';
}
