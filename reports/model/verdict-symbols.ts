import type { Verdict } from '../../suites/vocabulary/verdict.ts';

/** How a verdict looks without colour. */
export const verdictSymbols: Readonly<Record<Verdict, string>> = {
  fail: '✗',
  warn: '!',
  pass: '✓',
  note: '·',
  'n/a': '–',
  error: '?',
};
