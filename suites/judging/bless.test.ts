import { describe, expect, test } from 'vitest';
import type { KnownDeviation, KnownDeviations } from '../vocabulary/known.ts';
import type { Unexpected } from '../vocabulary/result.ts';
import { type Acceptance, bless, blessList } from './bless.ts';

const known = (finding: string, more: Partial<KnownDeviation> = {}): KnownDeviation => ({ finding, reason: 'old', ...more });

const regression = (check: string, finding = 'hung'): Unexpected => ({
  column: 'x',
  kind: 'regression',
  check,
  finding,
  why: '',
});
const stale = (check: string, more: Partial<Unexpected>): Unexpected => ({ column: 'x', kind: 'stale', check, why: '', ...more });

describe('bless', () => {
  test('adds one entry for the checks of a suite that have the same fact and finding', () => {
    const unexpected = [
      regression('a/one#settled'),
      regression('a/two#settled'),
      regression('a/two#outcome'),
      regression('a/three#settled', 'crashed: exit'),
      regression('b/one#settled'),
    ];
    expect(bless({ 'c/x#settled': known('hung') }, unexpected, { reason: 'new', prune: false })).toEqual({
      entries: {
        'c/x#settled': known('hung'),
        'a/{one,two}#settled': { finding: 'hung', reason: 'new' },
        'a/two#outcome': { finding: 'hung', reason: 'new' },
        'a/three#settled': { finding: 'crashed: exit', reason: 'new' },
        'b/one#settled': { finding: 'hung', reason: 'new' },
      },
      changes: [
        'added    a/{one,two}#settled: hung',
        'added    a/two#outcome: hung',
        'added    a/three#settled: crashed: exit',
        'added    b/one#settled: hung',
      ],
    });
  });

  test('accepts a new check as it accepts a regression', () => {
    const { entries } = bless({}, [{ ...regression('a/one#settled'), kind: 'new' }], { reason: 'new', prune: false });
    expect(Object.keys(entries)).toEqual(['a/one#settled']);
  });

  test('changes the finding of an entry for this check, and keeps its link', () => {
    const link = 'https://issues.example/1';
    expect(
      bless({ 'a/one#settled': known('was', { link }) }, [regression('a/one#settled')], { reason: 'new', prune: false }),
    ).toEqual({
      entries: { 'a/one#settled': { finding: 'hung', reason: 'new', link } },
      changes: ['changed  a/one#settled: was -> hung'],
    });
  });

  test('without a reason adds and changes nothing', () => {
    const before = { 'a/one#settled': known('was') };
    const unexpected = [regression('a/one#settled'), regression('a/two#settled')];
    expect(bless(before, unexpected, { prune: true })).toEqual({ entries: before, changes: [] });
  });

  test('removes what describes nothing any more, only if asked to', () => {
    const before = { 'a/*#settled': known('hung') };
    const unexpected = [stale('a/*#settled', { cause: 'gone' })];
    expect(bless(before, unexpected, { reason: 'new', prune: false })).toEqual({ entries: before, changes: [] });
    expect(bless(before, unexpected, { prune: true })).toEqual({ entries: {}, changes: ['removed  a/*#settled: hung'] });
    const expiredToo = [...unexpected, stale('a/*#settled', { cause: 'expired' })];
    expect(bless(before, expiredToo, { prune: true }).entries).toEqual({});
  });

  test('corrects a count, and leaves an entry that has expired', () => {
    const before = { 'a/*#settled': known('hung', { count: 3 }), 'b/one#settled': known('hung', { expires: '2026-01-01' }) };
    const unexpected = [stale('a/*#settled', { cause: 'count', count: 2 }), stale('b/one#settled', { cause: 'expired' })];
    expect(bless(before, unexpected, { prune: true })).toEqual({
      entries: { ...before, 'a/*#settled': known('hung', { count: 2 }) },
      changes: ['changed  a/*#settled: count 3 -> 2'],
    });
  });

  test.for<[what: string, unexpected: Unexpected]>([
    ['was not the same in two runs', { ...regression('a/two#settled'), kind: 'flaky' }],
    ['is not as in an earlier run', { ...regression('a/two#settled'), kind: 'changed' }],
    ['has no finding', { column: 'x', kind: 'regression', check: 'a/two#settled', why: '' }],
  ])('adds no entry for a check that %s', ([, unexpected]) => {
    const before = { 'a/one#settled': known('hung') };
    const elsewhere = { ...unexpected, check: 'a/one#settled' };
    expect(bless(before, [unexpected, elsewhere], { reason: 'new', prune: true })).toEqual({ entries: before, changes: [] });
  });

  test('accepts an entry that is asked for by its own glob', () => {
    const before = { 'a/{one,two}#settled': known('hung') };
    const unexpected = [stale('a/{one,two}#settled', { cause: 'gone' })];
    expect(bless(before, unexpected, { prune: true, checks: ['a/{one,two}#settled'] }).entries).toEqual({});
  });

  test('accepts only the checks that are asked for', () => {
    const unexpected = [regression('a/one#settled'), regression('b/one#settled')];
    const { entries } = bless({}, unexpected, { reason: 'new', prune: false, checks: ['a/*'] });
    expect(Object.keys(entries)).toEqual(['a/one#settled']);
  });
});

describe('a list that is blessed', () => {
  const list: KnownDeviations = {
    version: 1,
    profile: 'fetch',
    failOn: 'must',
    catalogue: 5,
    clients: { x: { 'a/one#settled': known('hung') } },
  };
  const two: KnownDeviations = { ...list, clients: { ...list.clients, y: { 'b/one#settled': known('hung') } } };
  const fresh: Unexpected = { ...regression('b/one#settled'), kind: 'new' };

  test.for<[what: string, acceptance: Acceptance, columns: readonly string[], catalogue: number]>([
    ['everything is accepted', { reason: 'new', prune: false }, ['x'], 7],
    ['nothing is added, and a new check fails', { prune: true }, ['x'], 5],
    ['only a part is accepted', { reason: 'new', prune: false, checks: ['a/*'] }, ['x'], 5],
    ['another client of the list was not run', { reason: 'new', prune: false }, ['y'], 5],
  ])('has the version of the catalogue for which it holds: %s', ([, acceptance, columns, catalogue]) => {
    expect(blessList(list, { columns, unexpected: [fresh], catalogue: 7 }, acceptance).list.catalogue).toBe(catalogue);
  });

  test('keeps its version where one of its two clients was not run', () => {
    const run = { columns: ['x'], unexpected: [], catalogue: 7 };
    expect(blessList(two, run, { reason: 'new', prune: false }).list.catalogue).toBe(5);
    expect(blessList(two, { ...run, columns: ['x', 'y'] }, { reason: 'new', prune: false }).list.catalogue).toBe(7);
  });

  test('keeps its version for one new check among others that are not', () => {
    const acceptance = { prune: true };
    const run = { columns: ['x'], catalogue: 7 };
    const old = regression('a/one#settled');
    expect(blessList(list, { ...run, unexpected: [old, fresh] }, acceptance).list.catalogue).toBe(5);
    expect(blessList(list, { ...run, unexpected: [old] }, acceptance).list.catalogue).toBe(7);
  });

  test('has for each client what was unexpected of that client', () => {
    const run = { columns: ['x', 'y'], catalogue: 7 };
    const unexpected = [{ ...regression('a/two#settled'), column: 'y' }];
    expect(blessList(two, { ...run, unexpected }, { reason: 'new', prune: false })).toEqual({
      list: {
        ...two,
        catalogue: 7,
        clients: { ...two.clients, y: { ...two.clients['y'], 'a/two#settled': { finding: 'hung', reason: 'new' } } },
      },
      changes: ['y  added    a/two#settled: hung'],
    });
  });

  test('names no client without entries, and keeps those of other clients', () => {
    const unexpected = [stale('a/one#settled', { cause: 'gone' })];
    expect(blessList(two, { columns: ['x'], unexpected, catalogue: 7 }, { prune: true })).toMatchObject({
      list: { clients: { y: {} } },
      changes: ['x  removed  a/one#settled: hung'],
    });
    expect(blessList(list, { columns: ['x'], unexpected, catalogue: 7 }, { prune: true }).list.clients).toEqual({});
  });
});
