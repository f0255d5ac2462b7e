/** A change of the code that no test can notice, because the code means the same with it. */
export interface Survivor {
  readonly file: string;
  /** The code before and after: `a ?? [] → a ?? ["Stryker was here"]`, as the table shows it. */
  readonly change: string;
  readonly because: string;
}

/** Why changes survive. What is not listed here is a gap in the tests. */
export const survivors: readonly Survivor[] = [];
