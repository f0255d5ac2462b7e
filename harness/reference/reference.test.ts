import { join } from 'node:path';
import { test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);

// If no client could pass, the catalogue would contradict itself.
test.concurrent.for(profiles)(
  'the reference client can run every scenario, and misses no must and no should under $name',
  { timeout: 600_000 },
  async (profile, { expect: expectHere }) => {
    using client = new ClientUnderTest([process.execPath, join(import.meta.dirname, 'driver.ts'), profile.name]);
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
