import type { CellRecord, RecordedExchange } from '../../../model/record.ts';

/** A text as its place in the list of texts. */
type TextIndex = number;
type FoldedExchange = readonly [to: TextIndex, request: TextIndex, answer: TextIndex];

/** A record with its texts by their places; empty members at the end are left out. */
export type FoldedRecord = readonly [
  calls?: readonly TextIndex[],
  first?: readonly FoldedExchange[],
  leftOut?: number,
  last?: readonly FoldedExchange[],
  results?: readonly TextIndex[],
  others?: readonly TextIndex[],
  blocked?: readonly TextIndex[],
  printed?: readonly TextIndex[],
  timeline?: CellRecord['timeline'],
];

/** The records of a suite. Clients differ in few lines, so each line, each text and each record is stored once. */
export interface RecordChunk {
  readonly lines: readonly string[];
  /** Each text as the places of its lines. */
  readonly texts: readonly (readonly number[])[];
  readonly records: readonly FoldedRecord[];
  /** By scenario: the place of the record of each column; -1 where there is none. */
  readonly cells: Readonly<Record<string, readonly number[]>>;
}

/** What was recorded in one cell; undefined if the scenario was not run. */
export function recordIn(chunk: RecordChunk, scenario: string, column: number): CellRecord | undefined {
  const record = chunk.records[chunk.cells[scenario]?.[column] ?? -1];
  if (!record) return undefined;
  const text = (index: TextIndex): string => (chunk.texts[index] ?? []).map((line) => chunk.lines[line] ?? '').join('\n');
  const exchange = ([to, request, answer]: FoldedExchange): RecordedExchange => ({
    to: text(to),
    request: text(request),
    answer: text(answer),
  });
  const [calls = [], first = [], leftOut = 0, last = [], results = [], others = [], blocked = [], printed = [], timeline = []] =
    record;
  return {
    calls: calls.map(text),
    first: first.map(exchange),
    leftOut,
    last: last.map(exchange),
    results: results.map(text),
    others: others.map(text),
    blocked: blocked.map(text),
    printed: printed.map(text),
    timeline,
  };
}
