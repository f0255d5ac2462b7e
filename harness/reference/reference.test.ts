import { join } from 'node:path';
import { test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { readProfile } from '../cli/read-profile.ts';
import type { Command } from '../drivers/process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);

const program = (file: string, ...args: readonly string[]): Command => [
  process.execPath,
  join(import.meta.dirname, file),
  ...args,
];

// If no client could pass, the catalogue would contradict itself; so would the example of a house profile.
test.concurrent.for([
  ...profiles.map((profile) => ({ profile, command: program('driver.ts', profile.name) })),
  {
    profile: readProfile(join(import.meta.dirname, '../../docs/examples/adr-016.json')),
    command: program('../fixtures/house-client.ts'),
  },
])(
  'the reference client can run every scenario, and misses no must and no should under $profile.name',
  { timeout: 600_000 },
  async ({ profile, command }, { expect: expectHere }) => {
    using client = new ClientUnderTest(command);
    const authority = await CertificateAuthority.create();
    const missed: string[] = [];
    const notRun: string[] = [];
    for (const scenario of scenarios) {
      const { observation, checks } = await runScenario(scenario, {
        column: 'reference',
        client,
        transport: 'wire',
        authority,
        profiles: [profile],
      });
      if (!observation) notRun.push(scenario.id);
      missed.push(
        ...Object.entries(checks).flatMap(([id, { verdicts }]) =>
          /fail|warn|error/.test(verdicts[profile.name] ?? 'error') ? [id] : [],
        ),
      );
    }
    expectHere({ missed, notRun }).toEqual({ missed: [], notRun: [] });
  },
);
