import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { ClientUnderTest } from '../client-under-test.ts';
import { runScenario } from '../run-scenario.ts';
import { CertificateAuthority } from '../servers/certificates.ts';

const scenarios = suites.flatMap((suite) => suite.scenarios);

// If no client could pass, the catalogue would contradict itself.
test.concurrent.for(profiles)(
  'the reference client misses neither a must nor a should under $name',
  async (profile, { expect: expectHere }) => {
    using client = new ClientUnderTest([process.execPath, join(import.meta.dirname, 'driver.ts'), profile.name]);
    const authority = await CertificateAuthority.create();
    const missed: string[] = [];
    for (const scenario of scenarios) {
      const { checks } = await runScenario(scenario, {
        column: 'reference',
        client,
        transport: 'wire',
        authority,
        profiles: [profile],
      });
      missed.push(
        ...Object.entries(checks).flatMap(([id, { verdicts }]) =>
          /fail|warn|error/.test(verdicts[profile.name] ?? 'error') ? [id] : [],
        ),
      );
    }
    expectHere(missed).toEqual([]);
  },
);

test('the reference client finds out most of what there is to find', async () => {
  using client = new ClientUnderTest([process.execPath, join(import.meta.dirname, 'driver.ts'), 'fetch']);
  const authority = await CertificateAuthority.create();
  const inapplicable: string[] = [];
  for (const scenario of scenarios) {
    const { observation } = await runScenario(scenario, { column: 'reference', client, transport: 'wire', authority, profiles });
    if (!observation) inapplicable.push(scenario.id);
  }
  expect(inapplicable).toEqual([]);
});
