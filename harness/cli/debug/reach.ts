import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSocksProxy } from '../../../suites/vocabulary/origin.ts';
import { shellWord } from '../../../suites/wording/shell-word.ts';
import type { ConcreteCall, ConcreteScenario } from '../../concrete/concrete-scenario.ts';
import { addressOf, urlOf } from '../../concrete/names.ts';
import type { CertificateAndKey } from '../../network/certificates.ts';

/** Where each virtual `host:port` and `unix:/path` listens on 127.0.0.1. */
type Ports = Readonly<Record<string, number>>;

const LOOPBACK = '127.0.0.1';

/** Each origin of a scenario, and where it listens. */
function serverLines({ id, origins }: ConcreteScenario, ports: Ports): readonly string[] {
  const rows = origins.map((name) => ({
    url: isSocksProxy(name) ? urlOf(name, id).replace(/^http:/, 'socks5:') : urlOf(name, id),
    port: ports[addressOf(name, id)],
  }));
  const width = Math.max(...rows.map(({ url }) => url.length));
  return rows.map(({ url, port }) => `${url.padEnd(width)}  ${LOOPBACK}:${port}`);
}

/** The proxy that a call uses, at its real address. */
function proxyOf({ url, proxy, socksProxy }: ConcreteCall, ports: Ports): string | undefined {
  const used = socksProxy ?? (url.startsWith('https:') ? proxy?.https : proxy?.http);
  if (used === undefined) return undefined;
  const { protocol, username, password, hostname, port } = new URL(used);
  const userinfo = username === '' ? '' : `${username}:${password}@`;
  // curl leaves the names to a SOCKS proxy only with this scheme.
  return `${protocol.replace('socks5:', 'socks5h:')}//${userinfo}${LOOPBACK}:${ports[`${hostname}:${port || '80'}`]}`;
}

const connectTo = ([address, port]: readonly [string, number]): string => {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon);
  return `--connect-to ${shellWord(`${host.includes(':') ? `[${host}]` : host}${address.slice(colon)}:${LOOPBACK}:${port}`)}`;
};

/** How curl sends the first request of a call; method, fields and body are those of the call. */
function curlCommand(call: ConcreteCall, ports: Ports, files: { readonly ca: string; readonly caller?: string }): string {
  const proxy = proxyOf(call, ports);
  const socket = call.unixSocket === undefined ? undefined : ports[`unix:${call.unixSocket}`];
  const mapped = Object.entries(ports).filter(([address]) => !address.startsWith('unix:'));
  const way =
    proxy === undefined
      ? socket === undefined
        ? mapped.map(connectTo)
        : [`--connect-to ::${LOOPBACK}:${socket}`]
      : [`--proxy ${shellWord(proxy)}`];
  const certificate = files.caller === undefined ? [] : [`--cert ${files.caller}`];
  return ['curl -v', `--cacert ${files.ca}`, ...certificate, ...way, shellWord(call.url)].join(' ');
}

/** A module for `node --import` that leads every connection to a name of the scenario to its server. */
const nodeModule = (ports: Ports): string => `import net from 'node:net';

const ports = ${JSON.stringify(ports, null, 2)};
const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function (...args) {
  const list = Array.isArray(args[0]) ? args[0] : args;
  const { host = 'localhost', port, path } = list[0];
  const address = path ? \`unix:\${path}\` : \`\${host.replace(/^\\[|\\]$|\\.$/g, '').toLowerCase()}:\${port}\`;
  if (address in ports) list[0] = { ...list[0], host: '${LOOPBACK}', port: ports[address], path: undefined, lookup: undefined };
  return connect.apply(this, args);
};
`;

/** The same for Python, which imports a module of the name sitecustomize at its start. */
const pythonModule = (ports: Ports): string => `import socket

ports = ${JSON.stringify(ports, null, 4)}
lookup = socket.getaddrinfo


def lookup_here(host, port, *rest, **options):
    name = host.decode() if isinstance(host, bytes) else str(host)
    here = ports.get(f"{name.rstrip('.').lower()}:{port}")
    return lookup("${LOOPBACK}", here, *rest, **options) if here else lookup(host, port, *rest, **options)


socket.getaddrinfo = lookup_here
`;

/** What the clients of a scenario trust, and what they send. */
export interface Credentials {
  /** The root certificate, as PEM. */
  readonly ca: string;
  /** The certificate of the caller, if the scenario needs one. */
  readonly caller?: CertificateAndKey;
}

const section = (heading: string, lines: readonly string[]): string =>
  [heading, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');

/** Writes the files that a client needs to reach the servers of a scenario into a folder, and says how they are used. */
export function writeReach(scenario: ConcreteScenario, ports: Ports, { ca, caller }: Credentials, folder: string): string {
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return shellWord(file);
  };
  const files = { ca: write('ca.pem', ca), ...(caller && { caller: write('caller.pem', `${caller.cert}\n${caller.key}`) }) };
  const node = nodeModule(ports);
  const python = pythonModule(ports);
  const nodeFile = write('names.mjs', node);
  write('sitecustomize.py', python);
  const trusted = `SSL_CERT_FILE=${files.ca} REQUESTS_CA_BUNDLE=${files.ca}`;
  return [
    section('Servers', serverLines(scenario, ports)),
    section('curl', [...new Set(scenario.calls.map((call) => curlCommand(call, ports, files)))]),
    section('Node.js', [
      `NODE_EXTRA_CA_CERTS=${files.ca} node --import ${nodeFile} your-client.js`,
      '',
      ...node.trimEnd().split('\n'),
    ]),
    section('Python', [`${trusted} PYTHONPATH=${shellWord(folder)} python3 your_client.py`, '', ...python.trimEnd().split('\n')]),
  ].join('\n\n');
}
