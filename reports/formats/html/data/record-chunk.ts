import type { Scenario } from '../../../../suites/vocabulary/scenario.ts';
import type { CellRecord, RecordedExchange } from '../../../model/record.ts';
import type { SketchedRequest, Sketch, SketchedOutcome } from '../../../model/sketch.ts';

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

/** What servers and callers do in a scenario. */
export type ScenarioSetting = Omit<Scenario, 'id' | 'title' | 'checks' | 'covers'>;

/** A sketch with its hops and outcomes by their places; what is zero at the end is left out. */
export type FoldedSketch = readonly [hops: readonly number[], outcomes: readonly number[], leftOut?: number];

/** The records of a suite. Clients differ in few lines, so each line, each text and each record is stored once. */
export interface RecordChunk {
  readonly lines: readonly string[];
  /** Each text as the places of its lines. */
  readonly texts: readonly (readonly number[])[];
  readonly records: readonly FoldedRecord[];
  /** By scenario: the place of the record of each column; -1 where there is none. */
  readonly cells: Readonly<Record<string, readonly number[]>>;
  readonly hops: readonly SketchedRequest[];
  readonly outcomes: readonly SketchedOutcome[];
  readonly sketches: readonly FoldedSketch[];
  /** By scenario: the place of the sketch of each column; -1 where there is none. */
  readonly sketchedCells: Readonly<Record<string, readonly number[]>>;
  /** By scenario: its setting as JSON in ASCII, since a page replaces what hides in texts and a script needs the very bytes. */
  readonly settings: Readonly<Record<string, string>>;
}

const at = <Value>(values: readonly Value[], places: readonly number[]): readonly Value[] =>
  places.flatMap((place) => values[place] ?? []);

/** What happened in one cell in short; undefined if the scenario was not run. */
export function sketchIn(
  { sketches, sketchedCells, hops, outcomes }: RecordChunk,
  scenario: string,
  column: number,
): Sketch | undefined {
  const sketch = sketches[sketchedCells[scenario]?.[column] ?? -1];
  return sketch && { requests: at(hops, sketch[0]), outcomes: at(outcomes, sketch[1]), leftOut: sketch[2] ?? 0 };
}

/** What servers and callers do in one scenario. */
export function settingIn({ settings }: RecordChunk, scenario: string): ScenarioSetting | undefined {
  const text = settings[scenario];
  return text === undefined ? undefined : (JSON.parse(text) as ScenarioSetting);
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
