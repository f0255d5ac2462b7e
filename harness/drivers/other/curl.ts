import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import type { WireRequest } from '../protocol.ts';
import { headerBlocks } from './header-blocks.ts';
import { addressOfUrl, type CallAnswer, drive, type Opened, say } from './line-driver.ts';
import { isMapped } from './mapped.ts';
import { runProgram } from './run-program.ts';

// A driver for curl, the command-line client. Each call is a process of its own; its files are in HOME, which is temporary.

const [, version = 'unknown', , library = ''] = /^curl (\S+) \((\S+)\) (\S+)/.exec(
  execFileSync('curl', ['--version'], { encoding: 'utf8' }),
)!;

const fileIn = (name: string): string => join(homedir(), name);

/** A file with these bytes, for an option that takes one. */
function fileWith(name: string, bytes: Buffer | string): string {
  writeFileSync(fileIn(name), bytes);
  return fileIn(name);
}

/** A port on which nothing listens: it is reserved for a service that no machine has any more (tcpmux). */
const DEAD_PORT = 1;

/** The exit code of a connection that was refused. */
const COULD_NOT_CONNECT = 7;

const bracketed = (address: string): string => address.replace(/^(.*:.*)(:\d+)$/, '[$1]$2');

/** Where each address leads; the last entry is for every other one, literal addresses too. */
const connectTo = (names: Opened['names']): readonly string[] =>
  [
    ...Object.entries(names)
      .filter(([address]) => !address.startsWith('unix:'))
      .flatMap(([address, port]) => {
        const [host, own] = [address.replace(/:\d+$/, ''), address.replace(/.*:/, '')];
        const spelled = host.includes(':') ? [bracketed(address)] : [address, `${host}.:${own}`];
        return spelled.map((each) => `${each}:127.0.0.1:${port}`);
      }),
    `::127.0.0.1:${DEAD_PORT}`,
  ].flatMap((entry) => ['--connect-to', entry]);

/** A field as `--header` takes it: without a value, a semicolon takes the place of the colon. */
const headerLine = ([name, value]: readonly [string, string]): string => (value === '' ? `${name};` : `${name}: ${value}`);

/** How a body is passed: as data for POST, as an upload for PUT. A stream is an upload of what is on the input. */
function bodyOptions(id: number, { method, body, form }: WireRequest): readonly string[] {
  if (form) return [];
  if (!body) return method === 'POST' ? ['--data', ''] : [];
  if ('stream' in body) return ['--upload-file', '-'];
  const file = fileWith(`body-${id}`, Buffer.from(body.base64, 'base64'));
  return method === 'PUT' ? ['--upload-file', file] : ['--data-binary', `@${file}`];
}

function formOptions(id: number, { form }: WireRequest): readonly string[] {
  if (!form) return [];
  if (form.as === 'blob') {
    return ['--header', `Content-Type: ${form.type}`, '--data-binary', `@${fileWith(`blob-${id}`, form.text)}`];
  }
  const option = form.as === 'multipart' ? '--form-string' : '--data-urlencode';
  const fields = form.fields.flatMap(([name, value]) => [option, `${name}=${value}`]);
  if (form.as === 'urlencoded' || !form.file) return fields;
  const { name, path, type } = form.file;
  return [...fields, '--form', `${name}=@${path};type=${type}`];
}

/** The method that curl takes by itself. */
function ownMethod({ method, body, form }: WireRequest): string {
  if (form) return 'POST';
  if (!body) return method === 'POST' ? 'POST' : 'GET';
  return method === 'PUT' || 'stream' in body ? 'PUT' : 'POST';
}

/** `--request` fixes the method for the whole chain, so it is used only where no other option makes it. */
function methodOptions(request: WireRequest): readonly string[] {
  if (request.method === 'HEAD') return ['--head'];
  return request.method === ownMethod(request) ? [] : ['--request', request.method];
}

function certificateOptions({ clientCertificate }: WireRequest): readonly string[] {
  if (!clientCertificate) return [];
  const { cert, key } = clientCertificate;
  return ['--cert', fileWith('client.pem', cert), '--key', fileWith('client-key.pem', key)];
}

/** curl takes one proxy for every URL, or its own by environment variables for each scheme. */
const proxyVariables = ({ proxy }: WireRequest): Readonly<Record<string, string>> =>
  proxy
    ? { http_proxy: proxy.http, ...(proxy.https !== undefined && { https_proxy: proxy.https }), no_proxy: proxy.bypass.join(',') }
    : {};

/** Options of a call that are one option of curl. */
const simpleOptions = (request: WireRequest): readonly string[] => [
  ...(request.redirect === 'manual' ? [] : ['--location']),
  ...(request.maxRedirects === undefined ? [] : ['--max-redirs', String(request.maxRedirects)]),
  ...(request.auth ? ['--user', `${request.auth.username}:${request.auth.password}`] : []),
  ...(request.netrc === undefined ? [] : ['--netrc']),
  ...(request.cookies ? ['--cookie', request.cookies.map((pair) => pair.join('=')).join('; ')] : []),
  ...(request.query ?? []).flatMap(([name, value]) => ['--url-query', `${name}=${value}`]),
  ...(request.rewriteMethods === false ? ['--post301', '--post302'] : []),
  ...(request.maxBytes === undefined ? [] : ['--max-filesize', String(request.maxBytes)]),
  ...(request.socksProxy === undefined ? [] : ['--proxy', request.socksProxy.replace(/^socks5:/, 'socks5h:')]),
];

interface Written {
  readonly http_code: number;
  readonly url_effective: string;
  readonly num_redirects: number;
  readonly errormsg: string | null;
  readonly exitcode: number;
}

/** What the caller sees: the last head that was printed, and the body; with `--head`, curl writes the heads again in its place. */
function responseOf(
  id: number,
  { method }: WireRequest,
  { http_code: status, url_effective: url, num_redirects: followed }: Written,
): CallAnswer {
  const block = headerBlocks(readFileSync(fileIn(`head-${id}`), 'latin1')).findLast((each) => each.status === status);
  const file = fileIn(`output-${id}`);
  const body = method !== 'HEAD' && existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const headers = block?.headers ?? [];
  return { response: { status, headers, url, redirected: followed > 0, body: { base64: body.toString('base64') } } };
}

/** A call that ended with an error, or with an answer. */
function answerOf(id: number, request: WireRequest, written: Written, names: Opened['names']): CallAnswer {
  const { exitcode, errormsg, url_effective: url } = written;
  if (exitcode === 0) return responseOf(id, request, written);
  const isBlocked = exitcode === COULD_NOT_CONNECT && !isMapped && !(addressOfUrl(url) in names);
  if (isBlocked) say({ blocked: addressOfUrl(url) });
  const reason = isBlocked ? `EBLOCKED ${addressOfUrl(url)} is not an origin of this scenario` : errormsg;
  return { error: { name: 'curl', code: String(exitcode), message: `curl: (${exitcode}) ${reason}` } };
}

const capabilities: readonly Capability[] = [
  'manual',
  'max-redirects',
  'auth',
  'netrc',
  'cookies',
  'query',
  'cookie-jar',
  'form',
  'stream-body',
  'rewrite-methods',
  'max-bytes',
  'client-certificate',
  'http2',
  // `--connect-to` leaves the name of a proxy as it is.
  ...(isMapped ? (['proxy', 'http-proxy-only', 'socks-proxy'] as const) : []),
];

/** Options of every call of a scenario. */
function scenarioOptions({ names, needs, ca }: Opened): readonly string[] {
  const common = ['--disable', '--silent', '--globoff', '--write-out', '%{json}', '--cacert', fileWith('root.pem', ca)];
  const jar = needs.includes('cookie-jar') ? fileWith('jar', '') : undefined;
  return [...common, ...(isMapped ? [] : connectTo(names)), ...(jar === undefined ? [] : ['--cookie', jar, '--cookie-jar', jar])];
}

/** Fields are given in a file, since an argument cannot have every octet. */
function fieldOptions(id: number, { headers }: WireRequest): readonly string[] {
  const lines = headers.map(headerLine).join('\n');
  return lines === '' ? [] : ['--header', `@${fileWith(`fields-${id}`, Buffer.from(lines, 'latin1'))}`];
}

/** Where the answer goes; curl makes no file for one without a body. */
function outputOptions(id: number): readonly string[] {
  rmSync(fileIn(`output-${id}`), { force: true });
  return ['--output', fileIn(`output-${id}`), '--dump-header', fileWith(`head-${id}`, '')];
}

const optionsOf = (id: number, request: WireRequest): readonly string[] => [
  ...outputOptions(id),
  ...fieldOptions(id, request),
  ...methodOptions(request),
  ...bodyOptions(id, request),
  ...formOptions(id, request),
  ...certificateOptions(request),
  ...simpleOptions(request),
  '--url',
  request.url,
];

await drive({
  ready: { name: 'curl', version, runtime: library, capabilities: [...capabilities], follows: true },
  open: (opened) => {
    const always = scenarioOptions(opened);
    return async (id, request) => {
      const input = request.body && 'stream' in request.body ? request.body.stream : [];
      const { output } = await runProgram('curl', [...always, ...optionsOf(id, request)], {
        env: proxyVariables(request),
        input,
      });
      return answerOf(id, request, JSON.parse(output.toString()) as Written, opened.names);
    };
  },
});
