import { judge } from '../suites/judging/judge.ts';
import { type Check, checkId, type CheckOf, type Ruling } from '../suites/vocabulary/check.ts';
import type { Finding } from '../suites/vocabulary/finding.ts';
import type { Observation } from '../suites/vocabulary/observation.ts';
import type { Cell, CheckResult, Column, Results, Unexpected } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import type { Verdict } from '../suites/vocabulary/verdict.ts';
import type { RunContext } from './formats/format.ts';

/** What a client sends to break a report. */
export const HOSTILE = '</failure>]]>\u0000\uFFFE"<script>\n::error::x,%0A`````@everyone';

const must = <const Value extends string>(value: Value): Ruling<Value> => ({
  authority: 'fetch',
  level: 'must',
  expect: { oneOf: [value] },
  requirement: 'fetch/rule',
});

export const settledSample: CheckOf<'settled'> = { fact: { kind: 'settled' }, rulings: [must('response')] };
export const followedSample: CheckOf<'followed'> = {
  fact: { kind: 'followed', to: '{home}/target' },
  rulings: [must('followed')],
};
export const requestSample: CheckOf<'request'> = {
  fact: { kind: 'request', at: '{home}/target' },
  rulings: [must('GET, no body')],
};
export const leakSample: CheckOf<'canary'> = {
  fact: { kind: 'canary', secret: 'authorization', at: 'other' },
  rulings: [must('absent')],
};

export const sampleScenario = (id: string, ...checks: readonly Check[]): Scenario => ({
  id,
  title: `About ${id}`,
  routes: {
    '{home}/start': { status: 302, location: '{home}/target' },
    '{home}/target': { status: 200, body: 'arrived' },
  },
  calls: [{ method: 'POST', url: '{home}/start', body: 'hello' }],
  checks,
});

export const sampleColumn = (id: string): Column => ({
  id,
  client: `./${id}.ts`,
  transport: id.endsWith('~msw') ? 'msw' : 'wire',
  name: id,
  version: '1.0.0',
  runtime: 'node 26.0.0',
  capabilities: [],
});

/** The result of a check: its finding, and its verdicts under the profiles `fetch` and `lax`. */
export const judged = (value: string, fetch: Verdict, lax: Verdict = fetch): CheckResult => ({
  finding: { value },
  verdicts: { fetch, lax },
});

/** The result of a check that has no finding. */
export function withoutFinding(none: Extract<Finding, { none: string }>['none'], because = 'for a reason'): CheckResult {
  const finding: Finding = { none, because };
  const verdict = judge(finding, []);
  return { finding, verdicts: { fetch: verdict, lax: verdict } };
}

/** A cell with one result for each check of the scenario, in order. */
export const sampleCell = (
  column: string,
  scenario: Scenario,
  results: readonly CheckResult[],
  observation?: Observation,
): Cell => ({
  column,
  scenario: scenario.id,
  checks: Object.fromEntries(
    results.flatMap((result, index) => (scenario.checks[index] ? [[checkId(scenario.id, scenario.checks[index]), result]] : [])),
  ),
  ...(observation && { observation }),
});

/** A run over one suite, judged under the profiles `fetch` and `lax`. */
export const sampleResults = (columns: readonly Column[], scenarios: readonly Scenario[], cells: readonly Cell[]): Results => ({
  version: 2,
  run: {
    tool: { name: 'redirect-conformance', version: '1.2.3', command: 'npm test --' },
    runtime: 'node 26.0.0',
    profile: 'fetch',
    catalogue: 7,
    transports: ['wire'],
    startedAt: '2026-01-01T00:00:00.000Z',
  },
  profiles: [
    { name: 'fetch', title: 'Fetch Standard', authorities: ['fetch'] },
    { name: 'lax', title: 'Lax', authorities: ['common'], overrulings: { 'area/*': { rulings: 'ignore', reason: 'not here' } } },
  ],
  requirements: {
    'fetch/rule': { authority: 'fetch', source: 'Fetch Standard', section: 'step 12', level: 'definition', statement: 'A rule.' },
  },
  suites: [{ id: 'area', title: 'An area', scenarios }],
  columns,
  cells,
  unexpected: [],
  coverage: {
    behaviours: [
      { group: 'cycles', portable: { covered: 2, rows: 3 }, client: { covered: 0, rows: 1 }, browser: { covered: 0, rows: 0 } },
    ],
    requirements: [{ topic: 'status', covered: 4, rows: 5 }],
  },
});

/** Where a text without colours fits. Paths are already those of the repository. */
export const sampleContext: RunContext = {
  written: {},
  colour: false,
  width: 100,
  room: Infinity,
  pathInRepository: (path) => path.replace(/^\.\//, ''),
};

/** A run with an unexpected result of each kind, a known deviation and a fault; what clients send is hostile. */
export function sampleGateRun(): Results {
  const a = sampleScenario('area/a', settledSample, followedSample, leakSample);
  const b = sampleScenario('area/b', settledSample, followedSample);
  const [right, wrong, broken] = ['right', 'wrong', 'broken'].map(sampleColumn) as [Column, Column, Column];
  const known = { finding: 'sent', reason: 'an old bug' };
  const results = sampleResults(
    [right, { ...wrong, known: { 'area/a#canary*': known } }, { ...broken, client: 'exec:python3 broken/client.py' }],
    [a, b],
    [
      sampleCell('right', a, [judged('response', 'pass'), judged('followed', 'pass'), judged('absent', 'pass')]),
      sampleCell('right', b, [withoutFinding('capability'), withoutFinding('capability')]),
      sampleCell('wrong', a, [
        judged('response', 'pass'),
        judged(HOSTILE, 'fail'),
        { ...judged('sent', 'fail'), known: 'area/a#canary*' },
      ]),
      sampleCell('wrong', b, [judged('hung', 'fail'), judged('returned 302', 'fail')]),
      { ...sampleCell('broken', a, []), fault: 'the driver died' },
    ],
  );
  const unexpected: readonly Unexpected[] = [
    { column: 'wrong', kind: 'regression', check: 'area/a#followed', finding: HOSTILE, why: 'fail under fetch' },
    { column: 'wrong', kind: 'stale', check: 'area/*', why: 'matches no check: remove the entry', cause: 'gone' },
    { column: 'wrong', kind: 'new', check: 'area/b#followed', finding: 'returned 302', why: 'fail under fetch' },
    { column: 'wrong', kind: 'regression', check: 'area/b#settled', finding: 'hung', why: 'fail under fetch' },
  ];
  return { ...results, unexpected };
}
