import type { Results } from '../../../../suites/vocabulary/result.ts';
import type { Scenario, Suite } from '../../../../suites/vocabulary/scenario.ts';
import { cellFinder } from '../../../model/cells.ts';
import { type CellRecord, type RecordedExchange, recordOf } from '../../../model/record.ts';
import { type SketchedRequest, type Sketch, type SketchedOutcome, sketchOf } from '../../../model/sketch.ts';
import { Interned } from './interned.ts';
import type { FoldedRecord, FoldedSketch, RecordChunk } from './record-chunk.ts';

const isEmpty = (member: unknown): boolean => member === 0 || (Array.isArray(member) && member.length === 0);

/** Takes the texts out of records. */
class Folder {
  readonly lines = new Interned<string>();
  readonly texts = new Interned<readonly number[]>();
  readonly records = new Interned<FoldedRecord>();

  readonly #text = (text: string): number =>
    this.texts.indexOf(
      text.split('\n').map((line) => this.lines.indexOf(line, line)),
      text,
    );

  readonly #exchange = ({ to, request, answer }: RecordedExchange) =>
    [this.#text(to), this.#text(request), this.#text(answer)] as const;

  /** The place of a record among those that were folded. */
  fold({ calls, first, leftOut, last, results, others, blocked, printed, timeline }: CellRecord): number {
    const members = [
      calls.map(this.#text),
      first.map(this.#exchange),
      leftOut,
      last.map(this.#exchange),
      results.map(this.#text),
      others.map(this.#text),
      blocked.map(this.#text),
      printed.map(this.#text),
      timeline,
    ] as const;
    return this.records.indexOf(members.slice(0, 1 + members.findLastIndex((each) => !isEmpty(each))) as unknown as FoldedRecord);
  }
}

class SketchFolder {
  readonly hops = new Interned<SketchedRequest>();
  readonly outcomes = new Interned<SketchedOutcome>();
  readonly sketches = new Interned<FoldedSketch>();

  /** The place of a sketch among those that were folded. */
  fold({ requests, outcomes, leftOut }: Sketch): number {
    const hops = requests.map((hop) => this.hops.indexOf(hop));
    const results = outcomes.map((outcome) => this.outcomes.indexOf(outcome));
    return this.sketches.indexOf(leftOut === 0 ? [hops, results] : [hops, results, leftOut]);
  }
}

/** JSON in which no character is outside ASCII. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (unit) => String.raw`\u` + (unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
  );

const settingOf = ({ routes, calls, atOnce, edge, events, needs, alsoListening }: Scenario): string =>
  asciiJson({ routes, calls, atOnce, edge, events, needs, alsoListening });

/** What folds the records of the scenarios of a suite. */
export function recordFolder({ columns, cells: all }: Results): (suite: Suite) => RecordChunk {
  const find = cellFinder(all);
  return ({ scenarios }) => {
    const folder = new Folder();
    const sketcher = new SketchFolder();
    const folded = scenarios.map((scenario) => {
      const observations = columns.map(({ id }) => find(id, scenario.id)?.observation);
      return {
        id: scenario.id,
        records: observations.map((each) => (each ? folder.fold(recordOf(scenario, each)) : -1)),
        sketches: observations.map((each) => (each ? sketcher.fold(sketchOf(each)) : -1)),
        setting: settingOf(scenario),
      };
    });
    return {
      lines: folder.lines.values,
      texts: folder.texts.values,
      records: folder.records.values,
      cells: Object.fromEntries(folded.map(({ id, records }) => [id, records])),
      hops: sketcher.hops.values,
      outcomes: sketcher.outcomes.values,
      sketches: sketcher.sketches.values,
      sketchedCells: Object.fromEntries(folded.map(({ id, sketches }) => [id, sketches])),
      settings: Object.fromEntries(folded.map(({ id, setting }) => [id, setting])),
    };
  };
}
