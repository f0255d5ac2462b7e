import type { Call } from '../../suites/vocabulary/call.ts';
import { callsMade } from '../../suites/vocabulary/call.ts';
import type { OriginName } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { routeText } from './answers.ts';
import { type ScriptedClient, scriptedClients } from './clients.ts';
import { hostInScript, originsNamed, prefilled } from './fill.ts';
import { literal } from './literal.ts';
import { obstacleTo } from './obstacles.ts';

/** A script of JavaScript that shows what a client does, with nothing but the client and Node.js; or why there is none. */
export type Reproduction = { readonly script: string } | { readonly none: string };

/** A column of a run: the client, and the version of its package. */
export interface ReproducedClient {
  readonly name: string;
  readonly version: string;
}

function withUserinfo({ url, userinfo }: Call): string {
  return userinfo === undefined ? url : url.replace('{', `{${userinfo}@`);
}

/** A call as an object of JavaScript. Fields with one name stay apart only in a list. */
function callText({ method, headers = [], body, ...call }: Call): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const filled = headers.map(([name, value]) => [name, prefilled(value)] as const);
  return literal({
    method,
    url: prefilled(withUserinfo({ method, ...call })),
    headers: names.size < filled.length ? filled : Object.fromEntries(filled),
    ...(body !== undefined && { body }),
    ...(call.redirect && { redirect: call.redirect }),
    ...(call.maxRedirects !== undefined && { maxRedirects: call.maxRedirects }),
  });
}

function headText(
  { id, title }: Scenario,
  { name, version }: ReproducedClient,
  { packageName }: ScriptedClient,
): readonly string[] {
  return [
    `// ${title}`,
    `// ${id}, ${name} ${version}`,
    '//',
    ...(packageName === undefined ? [] : [`//   npm install ${packageName}@${version}`]),
    '//   node reproduction.mjs',
  ];
}

const scriptText = (
  scenario: Scenario,
  origins: readonly OriginName[],
  client: ScriptedClient,
  column: ReproducedClient,
): string =>
  [
    ...headText(scenario, column, client),
    "import dns from 'node:dns';",
    "import { once } from 'node:events';",
    "import http from 'node:http';",
    ...(client.imports === undefined ? [] : [client.imports]),
    '',
    '// Every name is an address of this machine.',
    "dns.lookup = (_, { all }, done) => (all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4));",
    '',
    `const hosts = ${literal(Object.fromEntries(origins.map((name) => [name, hostInScript(name)])))};`,
    'const answers = {',
    ...Object.entries(scenario.routes).map(([place, route]) => `  ${routeText(prefilled(place), route)}`),
    '};',
    'const calls = [',
    ...callsMade(scenario.calls).map((call) => `  ${callText(call)},`),
    '];',
    '',
    'const origins = {};',
    'const visits = {};',
    "const fill = (text) => text.replace(/\\{([^{}@]+@)?([a-z0-9-]+)\\}/g, (all, user = '', name) => origins[name]?.replace('//', `//${user}`) ?? all);",
    "const notFound = [{ head: 'HTTP/1.1 404 Not Found' }];",
    'for (const [name, host] of Object.entries(hosts)) {',
    '  const server = http.createServer({ insecureHTTPParser: true }, async (request, { socket }) => {',
    '    const content = Buffer.concat(await request.toArray());',
    "    const fields = request.rawHeaders.map((text, index) => (index % 2 ? `${text}\\n` : `  ${text}: `)).join('');",
    '    console.log(`${name} got ${request.method} ${request.url}\\n${fields}  body: ${content}`);',
    "    const place = [request.url, request.url.split('?')[0]].map((path) => `{${name}}${path}`).find((each) => each in answers);",
    '    const visit = (visits[place] = (visits[place] ?? 0) + 1);',
    '    const found = (answers[place] ?? notFound).find(({ when }) => !when || when(request, visit)) ?? notFound[0];',
    "    const body = Buffer.from(fill(found.body ?? ''));",
    "    const length = / (1..|204|304) /.test(found.head?.slice(0, 14)) ? '' : `Content-Length: ${body.length}\\r\\n`;",
    "    const head = Buffer.from(fill(found.raw ?? `${found.head}\\r\\n${length}\\r\\n`), 'latin1');",
    "    socket[found.closes ? 'end' : 'write'](request.method === 'HEAD' || found.raw ? head : Buffer.concat([head, body]));",
    '  });',
    "  await once(server.listen(0, '127.0.0.1'), 'listening');",
    '  origins[name] = `http://${host}:${server.address().port}`;',
    '}',
    '',
    'for (const call of calls) {',
    '  const { method, url, headers, body, redirect, maxRedirects } = { ...call, url: fill(call.url) };',
    '  try {',
    `    ${client.call}`,
    '    console.log(`the caller got ${status}: ${text}`);',
    '  } catch (error) {',
    "    console.log(`the caller got ${error}`);",
    '  }',
    '}',
    'process.exit();',
    '',
  ].join('\n');

/** Writes the script for a scenario and a client. The client is called as its users call it, at the version that is given. */
export function reproductionOf(scenario: Scenario, column: ReproducedClient): Reproduction {
  const client = scriptedClients[column.name];
  if (!client) return { none: `there are no scripts for ${column.name}` };
  const origins = originsNamed(scenario);
  const obstacle = obstacleTo(scenario, origins, client);
  return obstacle === undefined ? { script: scriptText(scenario, origins, client, column) } : { none: obstacle };
}
