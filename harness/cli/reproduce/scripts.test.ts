import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { reproductionOf, type Script } from '../../../reports/reproduction/reproduction.ts';
import { allScenarios } from '../../../suites/index.ts';
import type { Observation } from '../../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { everydayClients, furtherClients } from '../../clients/index.ts';
import { type LanguageClient, languageClients } from '../../clients/languages.ts';
import { type Command, startProcess } from '../../drivers/process-driver.ts';
import { authority, contextFor } from '../../fixtures/clients.ts';
import { root } from '../../installation.ts';
import { ClientUnderTest } from '../../run/client-under-test.ts';
import { runScenario } from '../../run/run-scenario.ts';
import { startAdapter } from '../columns.ts';
import { languageColumns } from '../languages/language-columns.ts';
import { agreement } from './agreement.ts';
import type { ScriptPlace } from './run-script.ts';

// A script alone shows what the harness saw: the same requests at its own servers, and the same result for the caller.

/** One scenario of each suite that scripts can show, for every client. */
const chosen = [
  'method-matrix/301-post',
  'cross-host-auth/host-301',
  'cycles/two-hosts',
  'chain-limits/exactly-21-post',
  'missing-location/303-post',
  'services/s3-website-rule',
  'location-resolution/absolute-without-port-to-another-host',
  'location-bytes/backtick-in-the-query',
  'fragments/inherited',
  'target-schemes/javascript',
  'status-coverage/404-post',
  'request-bodies/302-delete-with-body',
  'redirect-bodies/chunked-empty',
  'headers/kept-to-a-subdomain',
  'credentials/userinfo-subdomain-301',
  'cookies/no-jar-within-the-host',
  'referrer/secure-to-other-host',
  'connections/closed-with-body',
  'metadata/second-call-307',
  'tls/name-another-host',
];

const scenarios = chosen.map((id): Scenario => {
  const scenario = allScenarios.find((each) => each.id === id);
  if (!scenario) throw new Error(`there is no scenario ${id}`);
  return scenario;
});

interface ScriptedColumn {
  readonly id: string;
  readonly command: Command;
}

/** Clients for S3 have operations instead of requests, and a cache needs more than one file. */
const ofNpm = [...everydayClients, ...furtherClients]
  .filter(({ id }) => !/^aws-sdk|\+cache/.test(id))
  .map(({ id, module }): ScriptedColumn => ({ id, command: startAdapter(module, 'wire') }));

const hasScripts = ({ id }: LanguageClient): boolean =>
  ['curl', 'python/urllib', 'python/requests', 'python/urllib3'].includes(id);
const { columns: ofLanguages, skipped } = await languageColumns(languageClients.filter(hasScripts), startProcess);
for (const line of skipped) console.log(`skipped: ${line}`);

const clients: readonly ScriptedColumn[] = [...ofNpm, ...ofLanguages];

interface Trial {
  readonly id: string;
  readonly script: Script;
  readonly observation: Observation;
}

/** What the harness sees, one scenario after the other, and the script for each. */
async function trials(list: readonly Scenario[], { id, command }: ScriptedColumn): Promise<readonly Trial[]> {
  const client = new ClientUnderTest(command, { ca: authority.certificate });
  const found: Trial[] = [];
  try {
    for (const scenario of list) {
      // A driver has one scenario at a time.
      // oxlint-disable-next-line no-await-in-loop
      const { observation } = await runScenario(scenario, contextFor(client));
      const script = reproductionOf(scenario, { name: id, version: '1.0.0' });
      if (!observation) throw new Error(`${scenario.id} was not run`);
      if ('none' in script) throw new Error(`${scenario.id}: ${script.none}`);
      found.push({ id: scenario.id, script, observation });
    }
  } finally {
    client.discard();
  }
  return found;
}

const placeOf = ({ command: [program] }: ScriptedColumn): ScriptPlace => ({ folder: root, program });

test.for(clients)('twenty scripts for $id show what the harness saw', { timeout: 240_000 }, async (client) => {
  const results = await Readable.from(await trials(scenarios, client))
    .map(async ({ id, script, observation }: Trial) => [id, await agreement(script, observation, placeOf(client))], {
      concurrency: availableParallelism(),
    })
    .toArray();
  expect(results).toEqual(chosen.map((id) => [id, 'agrees']));
});

test('a script for another scenario does not agree', async () => {
  const [first, second] = await trials(scenarios.slice(0, 2), clients[0]!);
  const result = await agreement(first!.script, second!.observation, placeOf(clients[0]!));
  expect(result).toEqual({ differs: expect.stringContaining('the harness saw') as string });
});
