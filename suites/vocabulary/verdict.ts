/** From best to worst for a reader who looks for trouble. */
export const verdicts = ['n/a', 'note', 'pass', 'warn', 'fail', 'error'] as const;
export type Verdict = (typeof verdicts)[number];
