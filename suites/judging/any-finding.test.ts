import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expected, levels } from '../vocabulary/check.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { verdicts } from '../vocabulary/verdict.ts';
import { judge, worst } from './judge.ts';
import { satisfies } from './satisfies.ts';

// What holds for every finding and every ruling, whatever they are.

const value = fc.oneof(
  fc.constantFrom('absent', 'error: connection', 'error: redirect-loop', 'GET, no body', 'POST, same body', '0', '7', ''),
  fc.string(),
);
const finding: fc.Arbitrary<Finding> = fc.oneof(
  value.map((each) => ({ value: each })),
  fc.record({
    none: fc.constantFrom(
      'no such request',
      'given not met',
      'capability',
      'transport',
      'servers',
      'call failed',
      'harness fault',
    ),
    because: fc.string(),
  }),
);
const expected = fc.oneof(value, fc.constantFrom('any error', 'any error but connection', 'POST, any body'));
const values = fc.array(expected, { minLength: 1, maxLength: 3 });
const expectation: fc.Arbitrary<Expected> = fc.oneof(
  values.map((oneOf) => ({ oneOf })),
  values.map((noneOf) => ({ noneOf })),
  fc.record({ atLeast: fc.nat(9), atMost: fc.nat(9) }, { requiredKeys: [] }),
);
const rulings = fc.array(fc.record({ level: fc.constantFrom(...levels), expect: expectation }), { maxLength: 4 });

const seed = 9110;

describe('whatever the finding and the rulings are,', () => {
  test('there is one verdict, and the same in any order of the rulings', () => {
    fc.assert(
      fc.property(finding, rulings, (each, list) => {
        const verdict = judge(each, list);
        expect(verdicts).toContain(verdict);
        expect(judge(each, list.toReversed())).toBe(verdict);
      }),
      { seed },
    );
  });

  test('a value is judged, and where there is none, no ruling can fail', () => {
    fc.assert(
      fc.property(finding, rulings, (each, list) => {
        const judged = ['pass', 'note', 'warn', 'fail'].includes(judge(each, list));
        expect(judged).toBe('value' in each);
      }),
      { seed },
    );
  });

  test('another must never makes a verdict better', () => {
    fc.assert(
      fc.property(value, rulings, expectation, (each, list, expect_) => {
        const strict = list.filter(({ level }) => level !== 'may');
        const before = judge({ value: each }, [{ level: 'must', expect: { noneOf: ['no value'] } }, ...strict]);
        const after = judge({ value: each }, [
          { level: 'must', expect: { noneOf: ['no value'] } },
          ...strict,
          { level: 'must', expect: expect_ },
        ]);
        expect(worst([before, after])).toBe(after);
      }),
      { seed },
    );
  });

  test('one of some values is met exactly where none of them is not', () => {
    fc.assert(
      fc.property(value, values, (each, list) => {
        expect(satisfies(each, { oneOf: list })).toBe(!satisfies(each, { noneOf: list }));
      }),
      { seed },
    );
  });
});
