import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../suites/vocabulary/check.ts';
import type { Column, Results, RunHeader } from '../../suites/vocabulary/result.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import { judged, sampleCell, sampleColumn, sampleResults, sampleScenario, settledSample } from '../sample.fixture.ts';
import { faultOfParts, joinParts, missingFrom, type Part } from './merge.ts';
import { assembleResults } from './results.ts';

const scenarios = ['area/a', 'area/b', 'area/c'].map((id) => sampleScenario(id, settledSample));
const ids = scenarios.map(({ id }) => id);
const catalogue: readonly Suite[] = [{ id: 'area', title: 'An area', scenarios }];
const { run, profiles, requirements, coverage } = sampleResults([], [], []);
const definitions = { suites: catalogue, profiles, requirements, coverage };

/** Results as they are read from a file: these columns, in these scenarios. */
function resultsOf(columns: readonly Column[], inScenarios: readonly string[], header: Partial<RunHeader> = {}): Results {
  const cells = columns.flatMap(({ id }) =>
    scenarios
      .filter((scenario) => inScenarios.includes(scenario.id))
      .map((scenario) => sampleCell(id, scenario, [judged('response', 'pass')])),
  );
  const results = assembleResults({ ...run, transports: ['wire'], ...header }, definitions, { columns, cells, unexpected: [] });
  return JSON.parse(JSON.stringify(results)) as Results;
}

const [x, y, mock] = ['x', 'y', 'x~msw'].map(sampleColumn) as [Column, Column, Column];
const shard = (part: string): Partial<RunHeader> => ({ selection: { shard: part } });

const first: Part = { file: 'a.json', results: resultsOf([x, y], ['area/a', 'area/c'], shard('1/2')) };
const second: Part = {
  file: 'b.json',
  results: resultsOf([x, y], ['area/b'], { ...shard('2/2'), startedAt: '2025-12-31T00:00:00.000Z' }),
};

describe('parts of one run', () => {
  it('are joined to what one machine would have made', () => {
    expect(faultOfParts([first, second], definitions)).toBeUndefined();
    expect(missingFrom([first, second], ids)).toBeUndefined();
    expect(joinParts([first, second], definitions)).toEqual(resultsOf([x, y], ids, { startedAt: '2025-12-31T00:00:00.000Z' }));
    expect(joinParts([second, first], definitions)).toEqual(joinParts([first, second], definitions));
  });

  it('may be columns of several machines', () => {
    const parts = [
      { file: 'a.json', results: resultsOf([x], ids) },
      { file: 'b.json', results: resultsOf([mock], ids, { transports: ['msw'], runtime: 'node 22.0.0' }) },
    ] as const;
    expect(faultOfParts(parts, definitions)).toBeUndefined();
    expect(missingFrom(parts, ids)).toBeUndefined();
    expect(joinParts(parts, definitions)).toEqual(
      resultsOf([x, mock], ids, { transports: ['wire', 'msw'], runtime: 'node 26.0.0, node 22.0.0' }),
    );
  });

  it('may overlap where they agree, and notes of a column are put together', () => {
    const noted = { ...x, notes: ['it is slow'] };
    const again: Part = { file: 'c.json', results: resultsOf([noted], ids) };
    expect(faultOfParts([first, second, again], definitions)).toBeUndefined();
    expect(joinParts([first, second, again], definitions).columns).toEqual([noted, y]);
  });

  it('keep what was unexpected, once', () => {
    const unexpected = [{ column: 'x', kind: 'regression', check: 'area/a#settled', finding: 'hung', why: 'fail' }] as const;
    const part: Part = { ...first, results: { ...first.results, unexpected } };
    expect(joinParts([part, { ...part, file: 'c.json' }, second], definitions).unexpected).toEqual(unexpected);
  });

  it('keep requirements of the user', () => {
    const own = { authority: 'fetch', source: 'House rules', section: '1', level: 'MUST', statement: 'So be it.' } as const;
    const ruling: Ruling = { authority: 'fetch', level: 'must', expect: { oneOf: ['response'] }, requirement: 'house/rule' };
    const overrulings = { 'area/*': { rulings: [ruling], reason: 'ours' } };
    const results: Results = {
      ...first.results,
      profiles: profiles.map((profile) => ({ ...profile, overrulings })),
      requirements: { ...requirements, 'house/rule': own },
    };
    expect(joinParts([{ file: 'a.json', results }], definitions).requirements['house/rule']).toEqual(own);
  });
});

describe('one line says why', () => {
  const changed = (results: object): Part => ({ file: 'b.json', results: { ...second.results, ...results } });
  const inHeader = (header: Partial<RunHeader>): Part => changed({ run: { ...second.results.run, ...header } });
  const otherRules = profiles.map((profile) => ({ ...profile, authorities: ['common'] }));
  const otherScenario = { ...scenarios[1], title: 'Another one' };
  const otherCell = (column: string): object =>
    sampleCell(column, sampleScenario('area/a', settledSample), [judged('hung', 'fail')]);

  it.for<[what: string, part: Part, line: RegExp]>([
    [
      'another version',
      inHeader({ tool: { name: 't', version: '2', command: 't' } }),
      /^b\.json: its program is t 2, and that of a\.json is redirect-/,
    ],
    ['another profile', inHeader({ profile: 'lax' }), /^b\.json: its profile is lax, and that of a\.json is fetch;/],
    [
      'a profile with other rules',
      changed({ profiles: otherRules }),
      /^b\.json: its profiles have other rules than those of a\.json;/,
    ],
    ['fewer profiles', changed({ profiles: profiles.slice(0, 1) }), /^b\.json: its profiles have other rules/],
    [
      'another selection',
      inHeader({ selection: { suites: ['area'], shard: '2/2' } }),
      /^b\.json: its selection is --suite=area, and that of a\.json is the whole catalogue;/,
    ],
    [
      'another catalogue',
      changed({ suites: [{ ...catalogue[0], scenarios: [otherScenario] }] }),
      /^b\.json: another catalogue than that of this program \(area\/b differs\);/,
    ],
    [
      'a scenario that is no longer in the catalogue',
      changed({ suites: [{ ...catalogue[0], scenarios: [{ ...otherScenario, id: 'area/z' }] }] }),
      /area\/z differs/,
    ],
    [
      'another client of the same name',
      changed({ columns: [{ ...x, version: '2.0.0' }] }),
      /^b\.json: its column x is x 2\.0\.0 on node 26\.0\.0, and that of a\.json is x 1\.0\.0 on node 26\.0\.0; give one/,
    ],
    [
      'another adapter',
      changed({ columns: [{ ...x, capabilities: ['auth'] }] }),
      /^b\.json: its column x declares other capabilities/,
    ],
    [
      'an overlap that differs',
      changed({ cells: [otherCell('y')] }),
      /^b\.json: its result of y in area\/a differs from that in a\.json; leave out one of the files$/,
    ],
  ])('%s is refused', ([, part, line]) => {
    expect(faultOfParts([first, part], definitions)).toMatch(line);
  });

  it.for<[what: string, parts: readonly Part[], line: RegExp]>([
    ['a shard', [first], /^x: shard 2\/2 is missing; add its results, or run it again$/],
    [
      'a shard of one column',
      [first, { file: 'b.json', results: resultsOf([x], ['area/b'], shard('2/2')) }],
      /^y: shard 2\/2 is missing;/,
    ],
    [
      'a shard of another division',
      [first, inHeader(shard('2/3'))],
      /^x: a\.json is shard 1\/2 and b\.json is shard 2\/3; they do not/,
    ],
    [
      'the end of a run',
      [{ file: 'a.json', results: resultsOf([x], ['area/a']) }],
      /^x: no result of area\/b and 1 more; the run was not finished, run it again$/,
    ],
  ])('%s is missing', ([, parts, line]) => {
    expect(missingFrom(parts, ids)).toMatch(line);
  });
});
