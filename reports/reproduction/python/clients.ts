import { quoted } from '../quoted.ts';
import type { CallInScript } from '../situation.ts';
import type { CallOption } from '../javascript/clients.ts';
import { pythonLiteral } from './literal.ts';

/** How a script calls a client of Python. */
export interface PythonClient {
  readonly language: 'python';
  /** The package to install; none for what Python has. */
  readonly packageName?: string;
  readonly imports: readonly string[];
  /** Definitions that its calls use. */
  readonly definitions?: readonly string[];
  readonly options: readonly CallOption[];
  /** Lines of a function that make a call and return its status and the text of its body. Where a server has a certificate, it is in `file`. */
  readonly call: (call: CallInScript, isSecure: boolean) => readonly string[];
}

/** Fields as a dictionary: values of one name are joined, as RFC 9110 section 5.3 allows. */
function dictionary({ headers }: CallInScript): string {
  const fields = new Map<string, string>();
  for (const [name, value] of headers) {
    const known = [...fields.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    const before = fields.get(known);
    fields.set(known, before === undefined ? value : `${before}, ${value}`);
  }
  return pythonLiteral(Object.fromEntries(fields));
}

const bytes = ({ body }: CallInScript): string => (body === undefined ? 'None' : `${quoted(body)}.encode()`);

/** The arguments of a call, a line each. */
const callOf = (start: string, args: readonly string[]): readonly string[] => [start, ...args.map((text) => `    ${text},`), ')'];

const requests: PythonClient = {
  language: 'python',
  packageName: 'requests',
  imports: ['import requests'],
  options: ['redirect', 'maxRedirects', 'auth'],
  call: (call) => [
    'session = requests.Session()',
    ...(call.maxRedirects === undefined ? [] : [`session.max_redirects = ${call.maxRedirects}`]),
    ...callOf('answer = session.request(', [
      quoted(call.method),
      quoted(call.url),
      `headers=${dictionary(call)}`,
      `data=${bytes(call)}`,
      ...(call.auth ? [`auth=(${quoted(call.auth.username)}, ${quoted(call.auth.password)})`] : []),
      ...(call.redirect === 'manual' ? ['allow_redirects=False'] : []),
    ]),
    "return f'{answer.status_code}: {answer.content.decode()}'",
  ],
};

const urllib3: PythonClient = {
  language: 'python',
  packageName: 'urllib3',
  imports: ['import urllib3'],
  options: ['redirect', 'maxRedirects'],
  // That of Debian has a file of its own by default, whatever SSL_CERT_FILE says.
  call: (call, isSecure) => [
    ...callOf(`answer = urllib3.PoolManager(${isSecure ? 'ca_certs=file.name' : ''}).urlopen(`, [
      quoted(call.method),
      quoted(call.url),
      `headers=${dictionary(call)}`,
      `body=${bytes(call)}`,
      ...(call.redirect === 'manual' ? ['redirect=False'] : []),
      ...(call.maxRedirects === undefined ? [] : [`retries=urllib3.Retry(redirect=${call.maxRedirects})`]),
    ]),
    "return f'{answer.status}: {answer.data.decode()}'",
  ],
};

const urllib: PythonClient = {
  language: 'python',
  imports: ['from urllib.error import HTTPError', 'from urllib.request import HTTPRedirectHandler, Request, build_opener'],
  definitions: [
    'class NoRedirects(HTTPRedirectHandler):',
    '    def redirect_request(self, *_):',
    '        return None',
    '',
    '',
    'def limited(most):',
    '    handler = HTTPRedirectHandler()',
    '    handler.max_redirections = handler.max_repeats = most',
    '    return handler',
    '',
    '',
    'def opened(request, *handlers):',
    '    try:',
    '        return build_opener(*handlers).open(request)',
    '    except HTTPError as error:',
    '        # An error status is a response; a redirect that it refuses is the same exception.',
    "        if '- Redirection to url' in error.msg or error.msg.startswith(HTTPRedirectHandler.inf_msg):",
    '            raise',
    '        return error',
  ],
  options: ['redirect', 'maxRedirects'],
  call(call) {
    const request = `Request(${quoted(call.url)}, ${bytes(call)}, ${dictionary(call)}, method=${quoted(call.method)})`;
    const limit = call.maxRedirects === undefined ? [] : [`limited(${call.maxRedirects})`];
    const handlers = call.redirect === 'manual' ? ['NoRedirects()'] : limit;
    return [`answer = opened(${[request, ...handlers].join(', ')})`, "return f'{answer.status}: {answer.read().decode()}'"];
  },
};

/** The clients of Python for which there are scripts, by the name of their column. */
export const pythonClients: Readonly<Record<string, PythonClient>> = {
  'python/requests': requests,
  'python/urllib': urllib,
  'python/urllib3': urllib3,
};
