import { failsRun } from '../../suites/judging/unexpected.ts';
import type { Results, RunHeader, Unexpected } from '../../suites/vocabulary/result.ts';

/** What came of a run as a whole. */
export interface RunSummary {
  /** How many results of each kind are unexpected. */
  readonly unexpected: Readonly<Record<Unexpected['kind'], number>>;
  /** How many of them fail the run. */
  readonly failing: number;
  /** How many results are known deviations. */
  readonly known: number;
  /** What went wrong in the harness or an adapter: each fault once, with the number of scenarios that it spoilt. */
  readonly faults: readonly { readonly column: string; readonly fault: string; readonly scenarios: number }[];
}

/** Counts what the gate looks at. */
export function summariseRun({ cells, unexpected }: Results): RunSummary {
  const counts = { regression: 0, flaky: 0, changed: 0, stale: 0, new: 0 };
  for (const { kind } of unexpected) counts[kind] += 1;
  const faulty = cells.flatMap(({ column, fault }) => (fault === undefined ? [] : [{ column, fault }]));
  return {
    unexpected: counts,
    failing: unexpected.filter(failsRun).length,
    known: cells.flatMap(({ checks }) => Object.values(checks)).filter(({ known }) => known !== undefined).length,
    faults: [...Map.groupBy(faulty, ({ column, fault }) => `${column}: ${fault}`).values()].flatMap((group) =>
      group.slice(0, 1).map((first) => ({ ...first, scenarios: group.length })),
    ),
  };
}

/** Who gave answers beside the servers of this program, in a sentence; none if nobody did. */
export const nginxNote = ({ nginx }: RunHeader): string | undefined =>
  nginx === undefined ? undefined : `The answers of nginx were given by the nginx ${nginx} of this machine.`;

/** Why results are partial, in a sentence; none if they are whole. */
export const partialNote = ({ partial }: RunHeader): string | undefined =>
  partial && `These results are partial: the run was ${partial}, and not everything that was selected has run.`;
