import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { clientOf, contextFor, findingIn } from '../fixtures/clients.ts';
import { netrcFile } from './netrc-file.ts';
import { runScenario } from './run-scenario.ts';

const scenarioOf = (...texts: readonly string[]): Scenario => ({
  id: 'own/netrc',
  title: 'a .netrc file',
  routes: { '{home}/any': { status: 200 } },
  calls: texts.map((netrc) => ({ method: 'GET', url: '{home}/any', netrc })),
  checks: [],
});

describe('the .netrc file of a scenario', () => {
  it('is in HOME of the driver, for its user alone, until the scenario ends', () => {
    const home = mkdtempSync(join(tmpdir(), 'own-'));
    const path = join(home, '.netrc');
    {
      using file = netrcFile(concrete(scenarioOf('machine a\n', 'machine a\n')), home);
      expect(file?.path).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe('machine a\n');
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    expect([existsSync(home), existsSync(path)]).toEqual([true, false]);
    rmSync(home, { recursive: true });
  });

  it('is in a folder of its own for a driver without a process', () => {
    let path = '';
    {
      using file = netrcFile(concrete(scenarioOf('machine a\n')), undefined);
      path = file?.path ?? '';
      expect(readFileSync(path, 'utf8')).toBe('machine a\n');
    }
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('is not there if no call has one, and is never two', () => {
    expect(netrcFile(concrete(scenarioOf()), undefined)).toBeUndefined();
    expect(() => netrcFile(concrete(scenarioOf('machine a\n', 'machine b\n')), undefined)).toThrow(/different/);
  });
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe.skipIf(!hasCurl)('curl, which reads ~/.netrc by itself', () => {
  test.for([
    ['same-origin', 'Basic YWxhZGRpbjpzZXNhbWU='],
    ['other-host-with-entry', 'Basic amFmYXI6bGFtcA=='],
    ['other-host-without-entry', 'absent'],
  ])('shows what it sends to the target: %s', async ([name, sent]) => {
    const scenario = suites.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === `credentials/netrc-${name}`);
    if (!scenario) throw new Error(`there is no scenario ${name}`);
    using client = clientOf('curl-driver.ts');
    const cell = await runScenario(scenario, contextFor(client));
    const fields = scenario.checks.filter(({ fact }) => fact.kind === 'field').map(({ fact }) => findingIn(cell, fact));
    expect(fields).toEqual(['Basic YWxhZGRpbjpzZXNhbWU=', sent]);
  });
});
