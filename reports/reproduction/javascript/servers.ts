import { certificate } from '../certificate.ts';
import { quoted } from '../quoted.ts';
import type { CaseInScript, Situation } from '../situation.ts';
import { literal } from './literal.ts';

type When = CaseInScript['when'] & object;

/** A condition as JavaScript: `visit === 2 && request.method === 'GET'`. */
const conditionText = ({ visit, method, header }: When): string =>
  [
    ...(visit === undefined ? [] : [`visit === ${visit}`]),
    ...(method === undefined ? [] : [`request.method === ${quoted(method)}`]),
    ...(header === undefined
      ? []
      : [`request.headers[${quoted(header.name.toLowerCase())}]?.includes(${quoted(header.includes)})`]),
  ].join(' && ');

function caseText({ when, answer }: CaseInScript): string {
  const text = literal(answer);
  return when ? `{ when: (request, visit) => ${conditionText(when)}, ${text.slice(2)}` : text;
}

const answersText = ({ answers }: Situation): readonly string[] => [
  'const answers = {',
  ...Object.entries(answers).map(([place, cases]) => `  ${quoted(place)}: [${cases.map(caseText).join(', ')}],`),
  '};',
];

/** Whether a server needs a certificate. */
export const isSecure = ({ servers }: Situation): boolean => servers.some((server) => server.isSecure);

const certificateText = [
  '// A throw-away certificate for these names.',
  'const cert = `',
  certificate.cert,
  '`;',
  'const key = `',
  certificate.key,
  '`;',
];

const serverText = ({ name, address, isSecure: secure }: Situation['servers'][number]): string =>
  `await serve(${quoted(name)}, ${quoted(address)}, ${secure ? 'https.createServer({ ...options, cert, key })' : 'http.createServer(options)'});`;

/** The modules that the servers of a script import. */
export const serverImports = (situation: Situation): readonly string[] => [
  "import { once } from 'node:events';",
  "import http from 'node:http';",
  ...(isSecure(situation) ? ["import https from 'node:https';"] : []),
];

/** Servers that answer as the scenario says and print every request by `log`. Where each listens is in `ports`. */
export const serversText = (situation: Situation, log: string): readonly string[] => [
  ...answersText(situation),
  ...(isSecure(situation) ? certificateText : []),
  '',
  'const visits = {};',
  'const ports = {};',
  'const options = { insecureHTTPParser: true, maxHeaderSize: 2 ** 17 };',
  'async function serve(name, address, server) {',
  "  server.on('request', async (request) => {",
  '    const content = Buffer.concat(await request.toArray());',
  "    const fields = request.rawHeaders.map((text, index) => (index % 2 ? `${text}\\n` : `  ${text}: `)).join('');",
  `    ${log}(\`\${name} got \${request.method} \${request.url}\\n\${fields}  body: \${content}\`);`,
  "    const place = [request.url, request.url.split('?')[0]].map((path) => name + path).find((each) => each in answers);",
  '    const visit = (visits[place] = (visits[place] ?? 0) + 1);',
  '    const answer = answers[place]?.find(({ when }) => !when || when(request, visit));',
  "    const { head, body = '', closes } = answer ?? { head: 'HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n' };",
  "    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(request.method === 'HEAD' ? '' : body)]);",
  "    request.socket[closes ? 'end' : 'write'](bytes);",
  '  });',
  "  await once(server.listen(0, '127.0.0.1'), 'listening');",
  '  ports[address] = server.address().port;',
  '}',
  ...situation.servers.map(serverText),
];
