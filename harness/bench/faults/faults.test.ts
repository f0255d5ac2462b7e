import { describe, expect, test } from 'vitest';
import { allScenarios } from '../../../suites/index.ts';
import { type Check, checkId } from '../../../suites/vocabulary/check.ts';
import { formsPattern } from '../../../suites/vocabulary/fact.ts';
import type { CheckResult } from '../../../suites/vocabulary/result.ts';
import { isBuiltInFetch } from '../../cli/runtimes/built-in-fetch.ts';
import { releaseIn } from '../../cli/versions/release-name.ts';
import { namedClients } from '../../clients/index.ts';
import { isRight, judgeRow } from './fault-table.ts';
import { judgeFault } from './judge-fault.ts';
import { isSeeable, type KnownFault } from './known-fault.ts';
import { knownFaults } from './rows/index.ts';
import { partsOf, subjectOf } from './run-releases-of-faults.ts';

// No release is installed here: the benchmark itself needs the registry of npm.

const checks = new Map<string, Check>(
  allScenarios.flatMap(({ id, checks: own }) => own.map((check) => [checkId(id, check), check])),
);
const seeable = knownFaults.filter(isSeeable);

describe('the rows', () => {
  test('have unique ids', () => {
    expect(new Set(knownFaults.map(({ id }) => id)).size).toBe(knownFaults.length);
  });

  test('name checks of the catalogue', () => {
    expect(seeable.filter(({ check }) => !checks.has(check)).map(({ id, check }) => `${id}: ${check}`)).toEqual([]);
  });

  test('name findings that their checks can have', () => {
    const isForeign = ({ check, findings }: KnownFault): boolean => {
      const kind = checks.get(check)?.fact.kind;
      return kind === undefined || !findings.every((finding) => formsPattern(kind).test(finding));
    };
    expect(seeable.filter(isForeign).map(({ id, findings }) => `${id}: ${findings.join(', ')}`)).toEqual([]);
  });

  test('name two releases of bundled clients, or of runtimes', () => {
    const isKnown = (column: string): boolean => {
      if (isBuiltInFetch(column)) return column.includes('@');
      const { client, runtime } = partsOf(column);
      const name = releaseIn(client)?.client ?? client;
      return namedClients.some(({ id }) => id === name) && (name !== client || runtime !== undefined);
    };
    expect(seeable.flatMap(({ vulnerable, fixed }) => [vulnerable, fixed]).filter((column) => !isKnown(column))).toEqual([]);
  });
});

test.for([
  ['axios@1.6.0', { client: 'axios@1.6.0' }, 'axios'],
  ['got@14.6.6+method-rewriting', { client: 'got@14.6.6+method-rewriting' }, 'got+method-rewriting'],
  ['node/fetch+node@18.18.1', { client: 'node/fetch', runtime: 'node@18.18.1' }, 'node/fetch+node'],
  ['superagent@3.8.0+node@20.20.2', { client: 'superagent@3.8.0', runtime: 'node@20.20.2' }, 'superagent+node'],
] as const)('%s is a column', ([column, parts, subject]) => {
  expect(partsOf(column)).toEqual(parts);
  expect(subjectOf(column)).toBe(subject);
});

const fault: KnownFault = {
  id: 'a-fault',
  vulnerable: 'got@1.0.0',
  fixed: 'got@1.0.1',
  check: 'a/b#canary:cookie@other',
  findings: ['sent', 'absent'],
  behaviour: '',
  source: '',
};

const seen = (value: string, fetch: 'pass' | 'note' | 'warn' | 'fail', strict: 'pass' | 'fail' = 'pass'): CheckResult => ({
  finding: { value },
  verdicts: { fetch, strict },
});

describe('a fault', () => {
  test.for([
    ['fails under the one and passes under the other', seen('sent', 'fail'), seen('absent', 'pass'), 'fetch'],
    ['is a warning under the one', seen('sent', 'warn'), seen('absent', 'pass'), 'fetch'],
    ['fails only under a later profile', seen('sent', 'note', 'fail'), seen('absent', 'note'), 'strict'],
  ] as const)('is seen if it %s', ([, vulnerable, fixed, profile]) => {
    expect(judgeFault(fault, vulnerable, fixed)).toEqual({ isSeen: true, profile });
  });

  test.for([
    ['no release of the one ran', undefined, seen('absent', 'pass')],
    ['it has no finding there', { finding: { none: 'capability', because: 'x' }, verdicts: {} }, seen('absent', 'pass')],
    ['both have the finding', seen('sent', 'fail'), seen('sent', 'fail')],
    ['both have the other finding', seen('absent', 'pass'), seen('absent', 'pass')],
    ['no profile objects', seen('sent', 'note'), seen('absent', 'pass')],
    ['no profile is content afterwards', seen('sent', 'fail'), seen('absent', 'note')],
  ] as const)('is not seen if %s', ([, vulnerable, fixed]) => {
    expect(judgeFault(fault, vulnerable, fixed)).toMatchObject({ isSeen: false });
  });

  test('that is a policy needs no profile, but both findings', () => {
    const policy: KnownFault = { ...fault, policy: true };
    expect(judgeFault(policy, seen('sent', 'note'), seen('absent', 'note'))).toEqual({ isSeen: true });
    expect(judgeFault(policy, seen('sent', 'note'), seen('sent', 'note'))).toMatchObject({ isSeen: false });
  });

  test('is right if it is seen, or if a reason is written', () => {
    const { check: _check, findings: _findings, ...unseen } = fault;
    expect(isRight(judgeRow({ ...unseen, because: 'no such client' }, new Map()))).toBe(true);
    expect(isRight(judgeRow(fault, new Map()))).toBe(false);
    const outcomes = new Map([
      ['got@1.0.0', { [fault.check]: seen('sent', 'fail') }],
      ['got@1.0.1', { [fault.check]: seen('absent', 'pass') }],
    ]);
    expect(isRight(judgeRow(fault, outcomes))).toBe(true);
  });
});
