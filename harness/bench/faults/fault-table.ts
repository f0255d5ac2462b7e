import { markdownTable } from '../../../suites/wording/markdown-table.ts';
import { type FaultVerdict, outcomeText, judgeFault } from './judge-fault.ts';
import { type FaultRow, isSeeable } from './known-fault.ts';
import type { Outcomes } from './run-releases-of-faults.ts';

/** A row of the benchmark, and what came of it. */
export interface JudgedRow {
  readonly row: FaultRow;
  readonly vulnerable: string;
  readonly fixed: string;
  readonly verdict: FaultVerdict;
}

/** What came of a row. */
export function judgeRow(row: FaultRow, outcomes: Outcomes): JudgedRow {
  if (!isSeeable(row)) return { row, vulnerable: '', fixed: '', verdict: { isSeen: false, because: row.because } };
  const [vulnerable, fixed] = [row.vulnerable, row.fixed].map((column) => outcomes.get(column)?.[row.check]);
  return {
    row,
    vulnerable: outcomeText(vulnerable),
    fixed: outcomeText(fixed),
    verdict: judgeFault(row, vulnerable, fixed),
  };
}

/** Whether a row is as it has to be: seen, or with a written reason. */
export const isRight = ({ row, verdict }: JudgedRow): boolean => verdict.isSeen || !isSeeable(row);

const heads = ['row', 'with the fault', 'without', 'check', 'finding with', 'finding without', 'profile', 'seen'];

function cellsOf({ row, vulnerable, fixed, verdict }: JudgedRow): readonly string[] {
  const profile = verdict.isSeen ? (verdict.profile ?? 'policy') : '';
  const check = isSeeable(row) ? row.check : '';
  return [row.id, row.vulnerable, row.fixed, check, vulnerable, fixed, profile, verdict.isSeen ? 'seen' : verdict.because];
}

/** The rows as a table in Markdown. */
export const faultTable = (rows: readonly JudgedRow[]): string => markdownTable([heads, ...rows.map(cellsOf)]);
