import { describe, expect, test } from 'vitest';
import { profiles } from '../../suites/profiles/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { allScenarios } from '../../suites/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import { type FactKind, factKinds } from '../../suites/vocabulary/fact.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type ReportedCell, upstreamOf } from './upstream.ts';

const fetchProfile = profiles.find(({ name }) => name === 'fetch');

/** A cell in which every check of these kinds fails with a finding that nothing allows, after many requests with long targets. */
function worstCell(scenario: Scenario, finding: string, kinds: readonly FactKind[] = factKinds): ReportedCell {
  const checks: Cell['checks'] = Object.fromEntries(
    scenario.checks
      .filter(({ fact }) => kinds.includes(fact.kind))
      .map((check) => [checkId(scenario.id, check), { finding: { value: finding }, verdicts: { fetch: 'fail' as const } }]),
  );
  const request = { origin: 'home', method: 'GET', target: `/${'é'.repeat(3000)}` };
  const observation = {
    requests: Array.from({ length: 30 }, () => request),
    outcomes: [{ kind: 'error', class: 'other', error: { name: 'Error', message: '`\n😀'.repeat(900) } }],
    blocked: [],
  } as unknown as Observation;
  return {
    scenario,
    column: { client: 'axios', version: '1.21.1', runtime: 'node 26.10.0', transport: 'wire' },
    cell: { observation, checks },
    profile: fetchProfile!,
    requirements,
  };
}

test('an issue on any scenario is below 2 KB, with a title of one line', () => {
  const long = 'x'.repeat(5000);
  const sizes = allScenarios.flatMap((scenario) => {
    const { issue } = upstreamOf(worstCell(scenario, long));
    return issue ? [{ id: scenario.id, size: Buffer.byteLength(issue.text), title: issue.title }] : [];
  });
  expect(sizes.length).toBeGreaterThan(1500);
  expect(sizes.filter(({ size }) => size >= 2048)).toEqual([]);
  expect(sizes.filter(({ title }) => title.length > 120 || title.includes('\n'))).toEqual([]);
});

describe('a leaked secret', () => {
  const scenario = allScenarios.find(({ id }) => id === 'cross-host-auth/subdomain-302')!;

  test('is confidential', () => {
    expect(upstreamOf(worstCell(scenario, 'sent', ['canary'])).issue?.isConfidential).toBe(true);
  });

  test('says what arrived where, and which clause says no', () => {
    const { text } = upstreamOf(worstCell(scenario, 'sent', ['canary'])).issue ?? { text: '' };
    expect(text).toContain('the secret in `authorization` is sent to `http://sub.home.test`');
    expect(text).toContain('](https://fetch.spec.whatwg.org/#http-redirect-fetch)');
  });
});

test('another deviation is not confidential', () => {
  const scenario = allScenarios.find(({ id }) => id === 'method-matrix/307-post')!;
  expect(upstreamOf(worstCell(scenario, 'GET, body lost', ['request'])).issue?.isConfidential).toBe(false);
});

test('what deviates from nothing has a script and no issue', () => {
  const scenario = allScenarios.find(({ id }) => id === 'method-matrix/307-post')!;
  const upstream = upstreamOf({
    ...worstCell(scenario, 'POST, same body'),
    cell: { ...worstCell(scenario, '').cell, checks: {} },
  });
  expect(upstream).not.toHaveProperty('issue');
  expect(upstream.reproduction).toHaveProperty('script');
});

test.for([
  ['was run under MSW', 'it was run under MSW', { column: { transport: 'msw' } }],
  ['was not run', 'it was not run', { cell: { observation: undefined } }],
] as const)('what %s has no script', ([, none, change]) => {
  const reported = worstCell(
    allScenarios.find(({ id }) => id === 'cycles/self')!,
    'hung',
  );
  const changed = {
    ...reported,
    column: { ...reported.column, ...('column' in change && change.column) },
    cell: { ...reported.cell, ...('cell' in change && change.cell) },
  } as ReportedCell;
  expect(upstreamOf(changed).reproduction).toEqual({ none });
});
