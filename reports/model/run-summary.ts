import type { Results, RunHeader, Unexpected } from '../../suites/vocabulary/result.ts';

/** What came of a run as a whole. */
export interface RunSummary {
  /** How many results of each kind are unexpected. */
  readonly unexpected: Readonly<Record<Unexpected['kind'], number>>;
  /** How many results are known deviations. */
  readonly known: number;
  /** What went wrong in the harness or an adapter: each fault once, with the number of scenarios that it spoilt. */
  readonly faults: readonly { readonly column: string; readonly fault: string; readonly scenarios: number }[];
}

/** Counts what the gate looks at. */
export function summariseRun({ cells, unexpected }: Results): RunSummary {
  const countKind = (kind: Unexpected['kind']): number => unexpected.filter((each) => each.kind === kind).length;
  const faulty = cells.flatMap(({ column, fault }) => (fault === undefined ? [] : [{ column, fault }]));
  return {
    unexpected: { regression: countKind('regression'), stale: countKind('stale'), new: countKind('new') },
    known: cells.flatMap(({ checks }) => Object.values(checks)).filter(({ known }) => known !== undefined).length,
    faults: [...Map.groupBy(faulty, ({ column, fault }) => `${column}: ${fault}`).values()].flatMap((group) =>
      group.slice(0, 1).map((first) => ({ ...first, scenarios: group.length })),
    ),
  };
}

/** Why results are partial, in a sentence; none if they are whole. */
export const partialNote = ({ partial }: RunHeader): string | undefined =>
  partial && `These results are partial: the run was ${partial}, and not everything that was selected has run.`;
