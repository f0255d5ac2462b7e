import { certificate } from '../certificate.ts';
import { quoted } from '../quoted.ts';
import type { CaseInScript, Situation } from '../situation.ts';
import type { PythonClient } from './clients.ts';
import { pythonLiteral } from './literal.ts';

type When = CaseInScript['when'] & object;

/** A condition as Python: `visit == 2 and method == 'GET'`. */
const conditionText = ({ visit, method, header }: When): string =>
  [
    ...(visit === undefined ? [] : [`visit == ${visit}`]),
    ...(method === undefined ? [] : [`method == ${quoted(method)}`]),
    ...(header === undefined ? [] : [`${quoted(header.includes)} in headers.get(${quoted(header.name)}, '')`]),
  ].join(' and ');

function caseText({ when, answer }: CaseInScript): string {
  const text = pythonLiteral(answer);
  return when ? `{'when': lambda method, headers, visit: ${conditionText(when)}, ${text.slice(1)}` : text;
}

/** An import a line, those of the standard library first. */
const importsText = ({ imports }: PythonClient, isSecure: boolean): readonly string[] => [
  'import http.server',
  ...(isSecure ? ['import os'] : []),
  'import socket',
  ...(isSecure ? ['import ssl', 'import tempfile'] : []),
  'import threading',
  '',
  ...imports,
];

const certificateText = [
  '# A throw-away certificate for these names.',
  `certificate = '''${certificate.cert}`,
  certificate.key,
  "'''",
  "file = tempfile.NamedTemporaryFile('w', suffix='.pem')",
  'file.write(certificate)',
  'file.flush()',
  "os.environ['SSL_CERT_FILE'] = os.environ['REQUESTS_CA_BUNDLE'] = file.name",
  'context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)',
  'context.load_cert_chain(file.name)',
  '',
];

const serverText = ({ name, address, isSecure }: Situation['servers'][number]): string =>
  `serve(${quoted(name)}, ${quoted(address)}${isSecure ? ', context' : ''})`;

const callText = (lines: readonly string[], index: number): readonly string[] => [
  '',
  '',
  `def call_${index + 1}():`,
  ...lines.map((line) => `    ${line}`),
  '',
  '',
  `attempt(call_${index + 1})`,
];

const handler = [
  'class Handler(http.server.BaseHTTPRequestHandler):',
  "    protocol_version = 'HTTP/1.1'",
  '',
  '    def __getattr__(self, name):',
  "        if name.startswith('do_'):",
  '            return self.answer',
  '        raise AttributeError(name)',
  '',
  '    def log_message(self, *_):',
  '        pass',
  '',
  '    def answer(self):',
  "        name, (method, path) = self.server.name, self.requestline.split(' ')[:2]",
  "        content = self.rfile.read(int(self.headers.get('Content-Length', 0)))",
  "        fields = [f'  {key}: {value}' for key, value in self.headers.items()]",
  "        print(f'{name} got {method} {path}', *fields, f'  body: {content.decode()}', sep='\\n', flush=True)",
  "        place = next((name + each for each in (path, path.split('?')[0]) if name + each in answers), None)",
  '        visits[place] = visit = visits.get(place, 0) + 1',
  '        cases = answers.get(place, []) + [not_found]',
  "        found = next(each for each in cases if 'when' not in each or each['when'](method, self.headers, visit))",
  "        body = '' if method == 'HEAD' else found.get('body', '')",
  "        self.wfile.write(found['head'].encode('latin-1') + body.encode())",
  "        self.close_connection = found.get('closes', False)",
];

const serve = (isSecure: boolean): readonly string[] => [
  `def serve(name, address${isSecure ? ', context=None' : ''}):`,
  "    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)",
  '    server.name = name',
  ...(isSecure ? ['    if context:', '        server.socket = context.wrap_socket(server.socket, server_side=True)'] : []),
  '    threading.Thread(target=server.serve_forever, daemon=True).start()',
  '    ports[address] = server.server_port',
];

const attempt = [
  'def attempt(call):',
  '    try:',
  "        print(f'the caller got {call()}')",
  '    except Exception as error:',
  "        print(f'the caller got {type(error).__name__}: {error}')",
];

const parted = (...parts: readonly (readonly string[])[]): readonly string[] =>
  parts.flatMap((part, index) => (index === 0 ? part : ['', '', ...part]));

/** A script of Python: servers, and the calls of a client in the same process. */
export function pythonScript(situation: Situation, client: PythonClient): readonly string[] {
  const isSecure = situation.servers.some((server) => server.isSecure);
  const answers = Object.entries(situation.answers).map(
    ([place, cases]) => `    ${quoted(place)}: [${cases.map(caseText).join(', ')}],`,
  );
  return [
    ...importsText(client, isSecure),
    '',
    'answers = {',
    ...answers,
    '}',
    "not_found = {'head': 'HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n'}",
    'visits = {}',
    'ports = {}',
    ...(isSecure ? certificateText : []),
    '',
    '',
    ...parted(handler, serve(isSecure), attempt, ...(client.definitions ? [client.definitions] : [])),
    '',
    '',
    ...situation.servers.map(serverText),
    '# Every name leads to its server above, and nothing leaves this machine.',
    'lookup = socket.getaddrinfo',
    "socket.getaddrinfo = lambda host, port, *_, **__: lookup('127.0.0.1', ports.get(f'{host}:{port}', 1), type=socket.SOCK_STREAM)",
    ...situation.calls.flatMap((call, index) => callText(client.call(call, isSecure), index)),
  ];
}
