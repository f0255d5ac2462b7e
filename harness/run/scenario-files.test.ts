import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import type { Call, Form } from '../../suites/vocabulary/call.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { contextFor, findingIn } from '../fixtures/clients.ts';
import { modulePath } from '../installation.ts';
import { ClientUnderTest } from './client-under-test.ts';
import { runScenario } from './run-scenario.ts';
import { scenarioFiles, type ScenarioFiles } from './scenario-files.ts';

const call = { method: 'POST', url: '{home}/any' } as const;

const files = (calls: readonly Call[], home?: string): ScenarioFiles =>
  scenarioFiles(
    concrete({ id: 'own/files', title: 'files', routes: { '{home}/any': { status: 200 } }, calls, checks: [] }),
    home,
  );

const upload: Form = { as: 'multipart', fields: [], file: { name: 'story', type: 'text/plain', text: 'once' } };

describe('the files of a scenario', () => {
  it('are in HOME of the driver, for its user alone, until the scenario ends', () => {
    const home = mkdtempSync(join(tmpdir(), 'own-'));
    const path = join(home, '.netrc');
    {
      using written = files(
        [
          { ...call, netrc: 'machine a\n', form: upload },
          { ...call, netrc: 'machine a\n' },
        ],
        home,
      );
      expect(written.netrc).toBe(path);
      expect(readFileSync(path, 'utf8')).toBe('machine a\n');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(written.upload ?? '', 'utf8')).toBe('once');
      expect(dirname(written.upload ?? '')).toBe(home);
    }
    expect(readdirSync(home)).toEqual([]);
    rmSync(home, { recursive: true });
  });

  it('are in a folder of their own for a driver without a process', () => {
    let path = '';
    {
      using written = files([{ ...call, netrc: 'machine a\n' }]);
      path = written.netrc ?? '';
      expect(readFileSync(path, 'utf8')).toBe('machine a\n');
    }
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('are there only if a call has one, and are never two of a kind', () => {
    using none = files([call]);
    expect([none.netrc, none.upload]).toEqual([undefined, undefined]);
    const different = ['machine a\n', 'machine b\n'].map((netrc) => ({ ...call, netrc }));
    expect(() => files(different)).toThrow('different files for netrc');
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
    using client = new ClientUnderTest([process.execPath, modulePath('harness/drivers/other/curl')]);
    const cell = await runScenario(scenario, contextFor(client));
    const fields = scenario.checks.filter(({ fact }) => fact.kind === 'field').map(({ fact }) => findingIn(cell, fact));
    expect(fields).toEqual(['Basic YWxhZGRpbjpzZXNhbWU=', sent]);
  });
});
