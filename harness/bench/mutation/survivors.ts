/** A change of the code that no test can notice, because the code means the same with it. */
export interface Survivor {
  readonly file: string;
  /** The line of code that is changed, as far as the table shows it. */
  readonly line: string;
  /** What is changed in it, before and after: `[] → ["Stryker was here"]`. */
  readonly change: string;
  readonly because: string;
}

/** Why changes survive. What is not listed here is a gap in the tests. */
export const survivors: readonly Survivor[] = [
  {
    file: 'harness/facts/response-body.ts',
    line: 'function sentInResponse({ headers = [], body: content }: Response): Sent {',
    change: '[] → ["Stryker was here"]',
    because: 'An answer whose placeholders are filled in always has fields.',
  },
  {
    file: 'harness/facts/response-body.ts',
    line: 'const answer = concrete.routes.find((route) => route.place === place)?.cases[request?.answeredBy?.ca…',
    change:
      'concrete.routes.find((route) => route.place === place)?.cases[request?.answeredBy?.case ?? 0]?.answe… → concrete.routes.find(route => route.place === place)?.cases[request?.answeredBy?.case ?? 0].answer',
    because: 'A request is answered by a case that is there; only the compiler does not know.',
  },
  {
    file: 'suites/judging/decide.ts',
    line: 'const citations = Object.entries(requirements).flatMap(([own, { inPlaceOf = [], on }]) => {',
    change: '[] → ["Stryker was here"]',
    because: 'No ruling cites a requirement with this id.',
  },
  {
    file: 'suites/judging/decide.ts',
    line: 'if (before) return before;',
    change: 'before → false',
    because: 'What is looked up is worked out again: the same, later.',
  },
  {
    file: 'suites/judging/decide.ts',
    line: 'known.set(profile, changes);',
    change: 'known.set(profile, changes); → ;',
    because: 'What is looked up is worked out again: the same, later.',
  },
  {
    file: 'suites/judging/house-requirements.ts',
    line: 'const { inPlaceOf = [], on: _, ...requirement } = stated;',
    change: '[] → ["Stryker was here"]',
    because: 'Nothing cites a requirement with this id.',
  },
  {
    file: 'suites/judging/judge.ts',
    line: "return list.reduce<Verdict>((a, b) => (verdicts.indexOf(b) > verdicts.indexOf(a) ? b : a), 'n/a');",
    change: 'verdicts.indexOf(b) > verdicts.indexOf(a) → verdicts.indexOf(b) >= verdicts.indexOf(a)',
    because: 'Of two equal verdicts either is the worst.',
  },
  {
    file: 'suites/judging/pattern-table.ts',
    line: 'const globs = entries.filter(([pattern]) => isGlob(pattern));',
    change: 'entries.filter(([pattern]) => isGlob(pattern)) → entries',
    because: 'An id matches only itself, and is looked up before.',
  },
  {
    file: 'harness/run/error-class.ts',
    line: '...(code === undefined ? [] : [code]),',
    change: 'code === undefined → false',
    because: 'No rule has the code `undefined`.',
  },
  {
    file: 'harness/run/error-class.ts',
    line: '...(code === undefined ? [] : [code]),',
    change: '[] → ["Stryker was here"]',
    because: 'No rule has this code.',
  },
  {
    file: 'harness/run/error-class.ts',
    line: '...(message.match(/\\b[A-Z][A-Z0-9_]{4,}\\b/g) ?? []),',
    change: '[] → ["Stryker was here"]',
    because: 'No rule has this code.',
  },
];
