import type { Situation } from '../situation.ts';
import type { JavaScriptClient } from './clients.ts';
import { isSecure, serverImports, serversText } from './servers.ts';

/** Imports in the order of their modules: those of Node.js, then the client. */
const importsText = (situation: Situation, { imports = [] }: JavaScriptClient): readonly string[] => [
  ...serverImports(situation),
  "import net from 'node:net';",
  ...(isSecure(situation) ? ["import tls from 'node:tls';"] : []),
  ...imports,
];

const callText = (lines: readonly string[]): readonly string[] => [
  'await attempt(async () => {',
  ...lines.map((line) => `  ${line}`),
  '});',
];

/** A script of JavaScript: servers, and the calls of a client in the same process. */
export const javascriptScript = (situation: Situation, client: JavaScriptClient): readonly string[] => [
  ...importsText(situation, client),
  '',
  ...serversText(situation, 'console.log'),
  '',
  '// Every name leads to its server above, and nothing leaves this machine.',
  'const { connect } = net.Socket.prototype;',
  'net.Socket.prototype.connect = function (...args) {',
  '  const [{ lookup, ...options }, done] = Array.isArray(args[0]) ? args[0] : args;',
  '  const port = ports[`${options.host}:${options.port}`] ?? 1;',
  "  return connect.call(this, { ...options, host: '127.0.0.1', port }, done);",
  '};',
  ...(isSecure(situation) ? ['tls.setDefaultCACertificates([cert]);'] : []),
  '',
  'const attempt = async (call) => console.log(`the caller got ${await call().catch((error) => error)}`);',
  ...situation.calls.flatMap((call) => callText(client.call(call))),
  'process.exit();',
];
