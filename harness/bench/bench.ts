import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { startVitest, type TestCase } from 'vitest/node';
import { allScenarios } from '../../suites/index.ts';
import type { Client } from '../adapter/index.ts';
import { bytesOf, concrete } from '../concrete/concrete-scenario.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { installGuard, setNames } from '../drivers/node/guard.ts';
import { loadClient } from '../drivers/node/load.ts';
import { bundledClients } from '../clients/index.ts';
import { planRun } from '../cli/plan-run.ts';
import { configure } from '../cli/vitest-run.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { Servers } from '../network/servers.ts';

// Figures for a reader; no test depends on them.

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const output = mkdtempSync(join(tmpdir(), 'redirect-conformance-bench-'));
const root = join(import.meta.dirname, '../..');

interface Memory {
  /** Of the largest process. */
  readonly largest: number;
  /** Of all processes together; pages they share count several times. */
  readonly sum: number;
}

/** Resident memory of a process and its descendants, in bytes; Linux only, 0 elsewhere. */
function residentMemory(pid: number): Memory {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const own = Number(kilobytes) * 1024;
    const below = children.map(residentMemory);
    return {
      largest: Math.max(own, ...below.map(({ largest }) => largest)),
      sum: below.reduce((total, { sum }) => total + sum, own),
    };
  } catch {
    return { largest: 0, sum: 0 };
  }
}

/** `npm test -- --client=undici`, started as a user does it. */
async function wholeProcess(): Promise<Memory & { readonly time: number }> {
  const start = performance.now();
  const child = spawn('npm', ['test', '--', '--client=undici', `--output=${output}`], { cwd: root, stdio: 'ignore' });
  let peak: Memory = { largest: 0, sum: 0 };
  const watch = setInterval(() => {
    const { largest, sum } = residentMemory(child.pid ?? 0);
    peak = { largest: Math.max(peak.largest, largest), sum: Math.max(peak.sum, sum) };
  }, 20);
  await once(child, 'exit');
  clearInterval(watch);
  return { ...peak, time: performance.now() - start };
}

/** Scenarios that a plain loop of calls can run: no options, no aborts, no parallel calls. */
const isPlain = (scenario: Scenario): boolean =>
  needsOf(scenario).length === 0 && !scenario.atOnce && scenario.calls.every(({ abort }) => !abort);

const plainScenarios = allScenarios.filter(isPlain);

/** The time that vitest measures for the plain scenarios of one column. */
async function timeInSuite(column: string): Promise<number> {
  let time = 0;
  const ids = new Set(plainScenarios.map(({ id }) => id));
  const onTestCaseResult = (test: TestCase): void => {
    if (ids.has(test.name)) time += test.diagnostic()?.duration ?? 0;
  };
  const plan = await planRun({ client: [column], output });
  const { config } = configure(plan);
  const vitest = await startVitest(
    [],
    { config: false, watch: false },
    { ...config, test: { ...config.test, reporters: [{ onTestCaseResult }] } },
  );
  await vitest.close();
  return time;
}

/** The same calls by the same client to the same servers, in one process, without reading any fact. */
async function timeInBareLoop(client: Client): Promise<{ readonly time: number; readonly requests: number }> {
  const authority = await CertificateAuthority.create();
  installGuard(() => {});
  tls.setDefaultCACertificates([authority.certificate]);
  let requests = 0;
  const start = performance.now();
  for (const scenario of plainScenarios) {
    const filledIn = concrete(scenario);
    await using servers = await Servers.open(filledIn, authority);
    setNames(servers.ports);
    for (const { url, method, headers, body } of filledIn.calls) {
      const fields = headers.map(([name, value]): [string, string] => [name, value]);
      const request = { url, method, headers: fields, body: body === undefined ? undefined : new Uint8Array(bytesOf(body)) };
      await client.send(request, { signal: new AbortController().signal }).catch(() => undefined);
    }
    requests += servers.requests.length;
  }
  return { time: performance.now() - start, requests };
}

const whole = await wholeProcess();
const [subject] = bundledClients;
if (!subject) throw new Error('there is no bundled client');
const suite = await timeInSuite(subject.id);
const bare = await timeInBareLoop(await loadClient(subject.module));

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
console.log(`npm test -- --client=undici   ${seconds(whole.time)} whole process`);
console.log(
  `peak memory                   ${megabytes(whole.largest)} in its largest process, ${megabytes(whole.sum)} in all of them`,
);
console.log(`plain scenarios, ${subject.id}  ${seconds(suite)} inside the suite`);
console.log(`bare loop                     ${seconds(bare.time)} for the same ${bare.requests} exchanges`);
console.log(`ratio                         ${(suite / bare.time).toFixed(2)}`);
process.exit();
