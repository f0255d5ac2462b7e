import type { ErrorClass } from '../../suites/vocabulary/error-class.ts';
import type { ThrownError } from '../../suites/vocabulary/observation.ts';

interface Rule {
  readonly class: ErrorClass;
  /** Matched against the code of an error, and against every word of its message that is written like a code. */
  readonly code: RegExp;
  /** Matched against the name of an error. */
  readonly name?: RegExp;
  /** Matched against the message. */
  readonly words?: RegExp;
}

/** Matches only a whole text. */
const whole = ({ source }: RegExp): RegExp => new RegExp(`^(?:${source})$`);

/** Matches whole words, in any case. */
const wholeWords = ({ source }: RegExp): RegExp => new RegExp(String.raw`\b(?:${source})\b`, 'i');

/** How the known clients name their errors. The first rule that matches decides. */
const rules: readonly Rule[] = [
  { class: 'blocked-address', code: whole(/EBLOCKED/) },
  {
    class: 'redirect-loop',
    code: whole(/ERR_REDIRECT_LOOP/),
    name: whole(/(RedirectLoop|CircularRedirect|EndlessRedirect)(Error|Exception)?/),
    words: wholeWords(/redirect(ion)? ?loop|circular redirect/),
  },
  {
    class: 'too-many-redirects',
    code: whole(/ERR_(FR_)?TOO_MANY_REDIRECTS|CURLE_TOO_MANY_REDIRECTS|TooManyRedirects|max-redirect/),
    name: whole(/TooManyRedirects(Error|Exception)?|MaxRedirectsError|RedirectLimitReached|RedirectionTooDeep/),
    words: wholeWords(
      /too many (redirects|retries|follow-up requests)|redirect (count|limit) exceeded|max(imum)? (\(\d+\) )?(allowed )?(number of )?redirects?|exceeded \d+ redirects|redirected (\d+|too many) +times|stopped after \d+ redirects|\d+ redirections exceeded|not follow more than \d+ redirects/,
    ),
  },
  {
    class: 'unsupported-scheme',
    code: whole(/ERR_(UNSUPPORTED|INVALID)_PROTOCOL|CURLE_UNSUPPORTED_PROTOCOL/),
    name: whole(/Unsupported(Protocol|(URI)?Scheme)(Error)?|InvalidSchema|URLSchemeUnknown|NonHttpUrl(Redirect)?ClientError/),
    words: wholeWords(
      /unsupported (protocol|scheme)|invalid (URL |URI )?(protocol|scheme)|HTTP\(S\) scheme|scheme (must be|is not allowed)|(scheme|protocol)\b.* not supported|not supported URL scheme|expected URL scheme|unknown (scheme|protocol|url type)|no connection adapters were found|allowed redirect protocols/,
    ),
  },
  {
    class: 'invalid-location',
    code: whole(/ERR_INVALID_URL|CURLE_URL_MALFORMAT|invalid-redirect/),
    name: whole(
      /InvalidLocation(Error)?|Invalid(URL|URI)(Error)?|MalformedUriException|DuplicateLocationHeader|InvalidUrl(Redirect)?ClientError|MissingSchema|Location(Value|Parse)Error|URISyntaxException/,
    ),
    // Some clients log a redirect as `Location: http://…`.
    words: /\b(invalid URL|invalid redirect(ion)?|failed to parse URL|no protocol:|URL using bad|Location\b(?!: https?:))/i,
  },
  {
    class: 'body-not-replayable',
    code: whole(/unsupported-redirect|CURLE_SEND_FAIL_REWIND/),
    name: whole(/BodyNotReplayable(Error)?|UnrewindableBodyError|NonRepeatableRequestException|StreamConsumed/),
    words: wholeWords(
      /body (is )?(unusable|already used|not replayable)|(cannot|unable to) rewind|non-(retryable|replayable|repeatable)|one-shot|ReadableStream\b.* locked|define Request\.GetBody|cannot seek/,
    ),
  },
  {
    class: 'too-large',
    code: whole(/ETOOLARGE|max-size|UND_ERR_RES_EXCEEDED_MAX_SIZE|ERR_FR_MAX_BODY_LENGTH_EXCEEDED|CURLE_FILESIZE_EXCEEDED/),
    name: whole(
      /(ContentTooLong|PayloadTooLarge|ResponseTooLarge|ResponseExceededMaxSize|MaxBytes|LengthLimit)(Error|Exception)?/,
    ),
    words: wholeWords(
      /max(Content|Body)Length\b.*\b(exceeded|limit)|content size\b.* over limit|max(imum)? (file|response|body|buffer) size|larger than max\w*|(body|response|content|entity) (is )?too (large|long|big)|(size|length) limit exceeded/,
    ),
  },
  {
    class: 'redirect-refused',
    code: whole(/no-redirect/),
    name: whole(/RedirectRefused(Error)?/),
    words: wholeWords(
      /unexpected redirect|redirect mode is set to error|redirect refused|cannot redirect to UNIX socket|redirection forbidden/,
    ),
  },
  {
    class: 'timeout',
    code: whole(/E(SOCKET)?TIMEDOUT|UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT|CURLE_OPERATION_TIMEDOUT/),
    name: whole(/\w*Timeout(Error|Exception)?|timeout/),
    words: wholeWords(/timed out|time ?out|deadline exceeded/),
  },
  {
    class: 'aborted',
    code: whole(/ABORT_ERR|ERR_ABORTED|ERR_CANCELED|UND_ERR_ABORTED|CURLE_ABORTED_BY_CALLBACK|aborted/),
    name: whole(/AbortError|CanceledError|Cancel|CancellationException|TaskCanceledException|CancelledError/),
    words: wholeWords(/aborted|cancell?ed/),
  },
  {
    class: 'tls',
    code: whole(
      /CERT_\w+|\w+_CERT|\w+_CERT_\w+|ERR_(TLS|SSL)_\w+|UNABLE_TO_VERIFY_\w+|EPROTO|CERTIFICATE_\w+|WRONG_VERSION_NUMBER|\w+_HANDSHAKE_FAILURE|CURLE_(SSL|PEER)_\w+/,
    ),
    name: whole(/(SSL|TLS|Certificate)\w*|ClientConnector(SSL|Certificate)Error/),
    words: wholeWords(/certificates?|self.signed|SSL|TLS|x509|HTTP response to HTTPS client/),
  },
  {
    class: 'connection',
    code: whole(
      /ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_(SOCKET|CONNECT)|ERR_PROXY_TUNNEL|ERR_STREAM_PREMATURE_CLOSE|ERR_HTTP_CONTENT_LENGTH_MISMATCH|CURLE_(COULDNT_\w+|GOT_NOTHING|(SEND|RECV)_ERROR|PARTIAL_FILE)/,
    ),
    name: whole(
      /SocketError|SocketException|Connection\w*|BrokenPipeError|IncompleteRead|RemoteDisconnected|ProtocolError|ProxyError|NewConnectionError|NameResolutionError|gaierror|Client(Connector|ConnectorDNS|OS|Payload|Connection|ConnectionReset)Error|ServerDisconnectedError|ConnectException|UnknownHostException|NoHttpResponseException|HttpHostConnectException|ChunkedEncodingError|EOFError/,
    ),
    words: wholeWords(
      /socket|other side closed|terminated|premature close|proxy authentication required|HTTP tunneling|connection (refused|reset|closed|broken|failed)|(closed|aborted) connection|connection attempts failed|no such host|name or service not known|name resolution|server disconnected|broken pipe|unexpected EOF|EOF|header parser received no bytes/,
    ),
  },
];

/** The exit codes of command-line clients, which are also the codes of libcurl: `curl: (47) …`, `cURL error 47: …`. */
const exitCodes: Readonly<Record<'curl' | 'wget', Readonly<Partial<Record<ErrorClass, readonly number[]>>>>> = {
  curl: {
    'unsupported-scheme': [1],
    'invalid-location': [3],
    connection: [5, 6, 7, 8, 16, 18, 52, 55, 56, 92, 95, 97],
    timeout: [28],
    tls: [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98],
    aborted: [42],
    'too-many-redirects': [47],
    'too-large': [63],
    'body-not-replayable': [65],
  },
  wget: { connection: [4], tls: [5] },
};

/** The class that an exit code stands for: in the code of an error that has the name of the program, or in the message. */
function classByExitCode({ name, code, message }: ThrownError): ErrorClass | undefined {
  const program =
    /\b(?:py)?(curl|wget)/i.exec(name)?.[1] ??
    /\b(curl|wget)(?=: \(\d+\)| error \d+:|\b.*\bexit(ed| status| code))/i.exec(message)?.[1];
  if (program === undefined) return undefined;
  const inMessage = /: \((\d+)\)|\bcURL error (\d+):|\bexit(?:ed)?(?: with)?(?: status| code)+:? (\d+)|^\((\d+), /
    .exec(message)
    ?.slice(1)
    .find(Boolean);
  const number = [code, inMessage].map(Number).find(Number.isInteger) ?? Number.NaN;
  const classes = Object.entries(exitCodes[program.toLowerCase() === 'curl' ? 'curl' : 'wget']);
  return classes.find(([, codes]) => codes.includes(number))?.[0] as ErrorClass | undefined;
}

/** An error and its causes, the innermost first: it says most about what happened. */
function linksOf(error: ThrownError): readonly ThrownError[] {
  return [...(error.cause ? linksOf(error.cause) : []), error];
}

/** The code of an error, and the words of its message that are written like one: `connect ECONNREFUSED 127.0.0.1`. */
const codesOf = ({ code, message }: ThrownError): readonly string[] => [
  ...(code === undefined ? [] : [code]),
  ...(message.match(/\b[A-Z][A-Z0-9_]{4,}\b/g) ?? []),
];

/** The name of an error without its module: `java.net.http.HttpTimeoutException`, `Net::OpenTimeout`. */
const simpleName = ({ name }: ThrownError): string => name.replace(/.*(?:\.|::)/, '');

/** The message without the URLs in it: their words say nothing about the error. */
const ownWords = ({ message }: ThrownError): string => message.replaceAll(/(?<!Location: )\bhttps?:\/\/[^\s"'<>)\]]+/gi, 'URL');

const hasCode = (error: ThrownError, { code }: Rule): boolean => codesOf(error).some((each) => code.test(each));
const hasCodeOrName = (error: ThrownError, rule: Rule): boolean =>
  rule.class === classByExitCode(error) || hasCode(error, rule) || (rule.name?.test(simpleName(error)) ?? false);
const hasWords = (error: ThrownError, { words }: Rule): boolean => words?.test(ownWords(error)) ?? false;

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
