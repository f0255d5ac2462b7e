import { describe, expect, test } from 'vitest';
import type { KnownDeviation } from '../vocabulary/known.ts';
import { KnownList } from './known-list.ts';

const known = (finding: string, more: Partial<KnownDeviation> = {}): KnownDeviation => ({ finding, reason: 'upstream', ...more });

const catalogue = ['area/a#followed', 'area/b#followed', 'other/a#followed'];

describe('a list is', () => {
  test('ambiguous if two globs have the same finding for one check', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('x'), 'area/b#followed': known('z') });
    expect(list.ambiguity(catalogue)).toBe('area/* and */a#followed both match area/a#followed; make one of them narrower');
  });

  test('not ambiguous if they have different findings, or the check has an exact id', () => {
    const entries = { 'area/*': known('x'), '*/a#followed': known('y') };
    expect(new KnownList(entries).ambiguity(catalogue)).toBeUndefined();
    const same = { 'area/*': known('x'), '*/a#followed': known('x'), 'area/a#followed': known('z') };
    expect(new KnownList(same).ambiguity(catalogue)).toBeUndefined();
  });
});

describe('the entries for a check are', () => {
  const entries = { 'area/*': known('x'), '*/a#followed': known('y', { count: 2 }), 'area/b#followed': known('z') };
  const findings = (id: string): readonly string[] =>
    new KnownList(entries).entriesFor(id).map(({ pattern, finding }) => `${pattern} ${finding}`);

  test.for<[why: string, id: string, found: readonly string[]]>([
    ['those of every glob that matches it', 'area/a#followed', ['area/* x', '*/a#followed y']],
    ['that of its exact id alone', 'area/b#followed', ['area/b#followed z']],
    ['none if nothing matches it', 'other/c#followed', []],
    ['none for the name of a member that every object has', 'constructor', []],
  ])('%s', ([, id, found]) => {
    expect(findings(id)).toEqual(found);
  });

  test('found by the finding, too', () => {
    const list = new KnownList(entries);
    expect(list.entryWith('area/a#followed', 'y')).toEqual({ pattern: '*/a#followed', ...known('y', { count: 2 }) });
    expect(list.entryWith('area/a#followed', 'z')).toBeUndefined();
  });
});
