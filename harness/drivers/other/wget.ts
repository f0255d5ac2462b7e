import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import type { WireRequest } from '../protocol.ts';
import { headerBlocks } from './header-blocks.ts';
import { type CallAnswer, drive, type Opened } from './line-driver.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

// A driver for wget. Each call is a process of its own; the library below it maps addresses (../preload/map-addresses.c).

const [, version = 'unknown'] = /^GNU Wget (\S+)/.exec(execFileSync('wget', ['--version'], { encoding: 'utf8' })) ?? [];

const fileIn = (name: string): string => join(homedir(), name);

/** A file with these bytes, for an option that takes one. */
function fileWith(name: string, bytes: Buffer | string): string {
  writeFileSync(fileIn(name), bytes);
  return fileIn(name);
}

/** wget sends the last of several fields with one name, so their values are joined, as RFC 9110 section 5.3 allows. */
function joined(headers: HeaderFields): HeaderFields {
  const fields = new Map<string, readonly [string, string]>();
  for (const [name, value] of headers) {
    const known = fields.get(name.toLowerCase());
    fields.set(name.toLowerCase(), known ? [known[0], `${known[1]}, ${value}`] : [name, value]);
  }
  return [...fields.values()];
}

/** The body is in a file. An empty one is what `--post-data` makes of nothing. */
function bodyOptions(id: number, { method, body }: WireRequest): readonly string[] {
  if (body && 'base64' in body) {
    return [`--method=${method}`, `--body-file=${fileWith(`body-${id}`, Buffer.from(body.base64, 'base64'))}`];
  }
  if (method === 'POST') return ['--post-data='];
  return method === 'GET' ? [] : [`--method=${method}`];
}

/** Without `--auth-no-challenge`, wget sends credentials only to a server that has asked for them. It reads ~/.netrc by itself. */
const authOptions = ({ auth, netrc }: WireRequest): readonly string[] => [
  ...(auth ? [`--user=${auth.username}`, `--password=${auth.password}`] : []),
  ...(auth || netrc !== undefined ? ['--auth-no-challenge'] : []),
];

/** Fields are given in a startup file, since an argument cannot have every octet. */
function fieldOption(id: number, { headers }: WireRequest): string {
  const lines = joined(headers).map(([name, value]) => `header = ${name}: ${value}\n`);
  return `--config=${fileWith(`wgetrc-${id}`, Buffer.from(lines.join(''), 'latin1'))}`;
}

function certificateOptions({ clientCertificate }: WireRequest): readonly string[] {
  if (!clientCertificate) return [];
  const { cert, key } = clientCertificate;
  return [`--certificate=${fileWith('client.pem', cert)}`, `--private-key=${fileWith('client-key.pem', key)}`];
}

const proxyVariables = ({ proxy }: WireRequest): Readonly<Record<string, string>> =>
  proxy
    ? { http_proxy: proxy.http, ...(proxy.https !== undefined && { https_proxy: proxy.https }), no_proxy: proxy.bypass.join(',') }
    : {};

/** Options of every call of a scenario. With one try, an error is not repeated for minutes; the encoding is that of a usual locale. */
function scenarioOptions({ needs, ca }: Opened): readonly string[] {
  const common = ['--no-hsts', '--tries=1', '--local-encoding=UTF-8', '--server-response', '--content-on-error'];
  const jar = needs.includes('cookie-jar') ? fileWith('jar', '') : undefined;
  const jarOptions = jar === undefined ? [] : [`--load-cookies=${jar}`, `--save-cookies=${jar}`, '--keep-session-cookies'];
  return [...common, `--ca-certificate=${fileWith('root.pem', ca)}`, ...jarOptions];
}

function outputOption(id: number): string {
  rmSync(fileIn(`output-${id}`), { force: true });
  return `--output-document=${fileIn(`output-${id}`)}`;
}

const optionsOf = (id: number, request: WireRequest): readonly string[] => [
  outputOption(id),
  fieldOption(id, request),
  ...bodyOptions(id, request),
  ...authOptions(request),
  ...certificateOptions(request),
  ...(request.maxRedirects === undefined ? [] : [`--max-redirect=${request.maxRedirects}`]),
  '--',
  request.url,
];

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The log has a head as in a string of C, with octets above ASCII as three octal digits. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-3][0-7]{2}|.)/g, (_, escape: string) =>
    escape.length > 1 ? String.fromCodePoint(parseInt(escape, 8)) : (ESCAPES[escape] ?? escape),
  );

/** The heads in a log: what `--server-response` prints is indented. */
const headsIn = (log: string): ReturnType<typeof headerBlocks> =>
  headerBlocks(unescaped([...log.matchAll(/^ {2}(\S.*)$/gm)].map(([, line]) => line).join('\n')));

/** The URLs that wget has asked for, as its log shows them. */
const urlsIn = (log: string): readonly string[] => [...log.matchAll(/^--[\d: -]+-- {2}(\S+)$/gm)].map(([, url = '']) => url);

/** Exit codes of a call that ended with an answer: success, failed authentication, an error status. */
const ANSWERED: readonly number[] = [0, 6, 8];

const AT_LIMIT = /^\d+ redirections exceeded\.$/m;

/** What wget says of an error: the last line of its log that says anything. */
function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /^\S/.test(line) && !line.startsWith('--'));
  return lines.at(-1)?.replace(/^.*\.\.\. /, '') ?? 'no output';
}

function answerOf(id: number, { code, errors: log }: ProgramResult): CallAnswer {
  const head = headsIn(log).at(-1);
  if (!head || !ANSWERED.includes(code) || AT_LIMIT.test(log)) {
    return {
      error: { name: 'wget', code: String(code), message: `wget: (${code}) ${AT_LIMIT.exec(log)?.[0] ?? lastWords(log)}` },
    };
  }
  const file = fileIn(`output-${id}`);
  const body = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const urls = urlsIn(log);
  return {
    response: {
      ...head,
      ...(urls.length > 0 && { url: urls.at(-1)! }),
      redirected: urls.length > 1,
      body: { base64: body.toString('base64') },
    },
  };
}

await drive({
  ready: {
    name: 'wget',
    version,
    runtime: `wget ${version}`,
    capabilities: ['max-redirects', 'auth', 'netrc', 'cookie-jar', 'proxy', 'http-proxy-only', 'client-certificate'],
    follows: true,
  },
  open: (opened) => {
    const always = scenarioOptions(opened);
    return async (id, request) =>
      answerOf(id, await runProgram('wget', [...always, ...optionsOf(id, request)], { env: proxyVariables(request) }));
  },
});
