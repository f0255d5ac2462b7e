import { join } from 'node:path';
import { test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { capabilityNames, ofBrowsers } from '../../suites/vocabulary/capability.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { readProfile } from '../cli/read-profile.ts';
import type { Command } from '../drivers/process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';

// What only a browser can be asked is tested with browsers: harness/browser/musts.test.ts.
const scenarios = suites
  .flatMap((suite) => suite.scenarios)
  .filter((scenario) => !needsOf(scenario).some((need) => ofBrowsers.includes(need)));

const program = (file: string, ...args: readonly string[]): Command => [
  process.execPath,
  join(import.meta.dirname, file),
  ...args,
];

/** The run of a client through every scenario that its capabilities allow. */
interface Result {
  readonly lacking: readonly string[];
  readonly ran: number;
  /** Checks that miss a must or a should, and scenarios that could not be run. */
  readonly missed: readonly string[];
}

async function runUnder(profile: Profile, command: Command): Promise<Result> {
  using client = new ClientUnderTest(command);
  const authority = new CertificateAuthority();
  const { capabilities } = await client.ready();
  const missed: string[] = [];
  let ran = 0;
  for (const scenario of scenarios.filter((each) => needsOf(each).every((need) => capabilities.includes(need)))) {
    const context = { column: 'reference', client, transport: 'wire', authority, profiles: [profile] } as const;
    const { observation, checks } = await runScenario(scenario, context);
    if (observation) ran += 1;
    else missed.push(scenario.id);
    for (const [id, { verdicts }] of Object.entries(checks))
      if (/fail|warn|error/.test(verdicts[profile.name] ?? 'error')) missed.push(id);
  }
  return { lacking: capabilityNames.filter((name) => !capabilities.includes(name)), ran, missed };
}

const house = readProfile(join(import.meta.dirname, '../../docs/examples/adr-016.json'));

// If no client could pass, the catalogue would contradict itself; so would the example of a house profile.
test.concurrent.for([
  ...profiles.map((profile) => ({ profile, command: program('driver.ts', profile.name) })),
  { profile: house, command: program('../fixtures/house-client.ts') },
])(
  'the reference client can run every scenario, and misses no must and no should under $profile.name',
  { timeout: 600_000 },
  async ({ profile, command }, { expect: expectHere }) => {
    expectHere(await runUnder(profile, command)).toEqual({ lacking: ofBrowsers, ran: scenarios.length, missed: [] });
  },
);

// The reference client is a policy client with more capabilities. This one is as users get it, with its own transport.
test.concurrent.for([
  ...profiles.map((profile) => ({ profile, adapter: `../clients/policy-${profile.name}.ts` })),
  { profile: house, adapter: '../../docs/examples/adr-016-client.ts' },
])(
  'the policy client misses no must and no should under $profile.name',
  { timeout: 600_000 },
  async ({ profile, adapter }, { expect: expectHere }) => {
    const { missed, ran } = await runUnder(profile, program('../drivers/node/main.ts', join(import.meta.dirname, adapter)));
    expectHere(missed).toEqual([]);
    expectHere(ran).toBeGreaterThan(scenarios.length / 2);
  },
);
