import { mkdtempSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import tls from 'node:tls';
import { writeWhole } from '../../reports/write-whole.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { allScenarios } from '../../suites/index.ts';
import type { Client } from '../adapter/index.ts';
import { bundledClients } from '../clients/index.ts';
import { bytesOf, concrete, type ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { installGuard, setNames } from '../drivers/node/guard.ts';
import { loadClient } from '../drivers/node/load.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { Servers } from '../network/servers.ts';
import { costOf } from './cost.ts';
import { isPlain } from './plain.ts';

// Figures for a reader, and the same as JSON: `npm run bench -- [file]`. No test depends on them.

const [, , file = 'conformance-report/bench.json'] = process.argv;
const output = mkdtempSync(join(tmpdir(), 'redirect-conformance-bench-'));

/** Makes the calls of a scenario with a client in this process. */
async function callAll({ calls }: ConcreteScenario, client: Client): Promise<void> {
  for (const { url, method, headers, body } of calls) {
    const fields = headers.map(([name, value]): [string, string] => [name, value]);
    const request = { url, method, headers: fields, body: body === undefined ? undefined : new Uint8Array(bytesOf(body)) };
    await client.send(request, { signal: new AbortController().signal }).catch(() => undefined);
  }
}

/** How many servers are open at once. */
const BATCH = 50;

/**
 * The floor: the calls of these scenarios by the same client, in one process. Servers are open before the clock starts, and
 * no fact is read.
 */
async function floor(
  client: Client,
  scenarios: readonly Scenario[],
): Promise<{ readonly wall: number; readonly requests: number }> {
  const authority = new CertificateAuthority();
  installGuard(() => {});
  tls.setDefaultCACertificates([authority.certificate]);
  let requests = 0;
  let wall = 0;
  for (let at = 0; at < scenarios.length; at += BATCH) {
    await using stack = new AsyncDisposableStack();
    const open = await Promise.all(
      scenarios.slice(at, at + BATCH).map(async (scenario) => {
        const filledIn = concrete(scenario);
        return { filledIn, servers: stack.use(await Servers.open(filledIn, authority)) };
      }),
    );
    const start = performance.now();
    for (const { filledIn, servers } of open) {
      setNames(servers.ports);
      await callAll(filledIn, client);
    }
    wall += (performance.now() - start) / 1000;
    requests += open.reduce((sum, { servers }) => sum + servers.requests.length, 0);
  }
  return { wall, requests };
}

const [subject] = bundledClients;
if (!subject) throw new Error('there is no bundled client');
const { id } = subject;
const plain = allScenarios.filter(isPlain);
const to = `--output=${output}`;

const figures = {
  machine: `${availableParallelism()} cores, ${cpus()[0]?.model.trim()}`,
  scenarios: allScenarios.length,
  list: await costOf('list'),
  explain: await costOf('explain', 'method-matrix/302-post'),
  'one scenario': await costOf(`--client=${id}`, '--scenario=method-matrix/302-post', to),
  'one column': await costOf(`--client=${id}`, to),
  'two columns': await costOf('--client=undici/fetch,undici/request', to),
  'one column, plain scenarios': await costOf(`--client=${id}`, `--scenario=${plain.map((scenario) => scenario.id).join()}`, to),
  floor: await floor(await loadClient(subject.module), plain),
};

const seconds = (value: number): string => `${value.toFixed(2)} s`.padStart(9);
console.log(`${figures.machine}; ${figures.scenarios} scenarios, ${plain.length} of them plain; client ${id}`);
console.log(`${''.padEnd(30)}${'wall'.padStart(9)}${'processor'.padStart(11)}${'largest process'.padStart(17)}`);
for (const [name, cost] of Object.entries(figures)) {
  if (typeof cost !== 'object' || !('processor' in cost)) continue;
  console.log(
    `${name.padEnd(30)}${seconds(cost.wall)}${seconds(cost.processor).padStart(11)}${`${Math.round(cost.memory)} MB`.padStart(17)}`,
  );
}
const inside = figures['one column, plain scenarios'].wall - figures['one scenario'].wall;
console.log(
  `${'floor'.padEnd(30)}${seconds(figures.floor.wall)} for the ${figures.floor.requests} requests of the plain scenarios, by the client alone`,
);
console.log(
  `${'ratio'.padEnd(30)}${(inside / figures.floor.wall).toFixed(2).padStart(7)}   the plain scenarios in a column, without its start, to the floor`,
);
writeWhole(resolve(process.env['INIT_CWD'] ?? '.', file), `${JSON.stringify(figures, null, 2)}\n`);
process.exit();
