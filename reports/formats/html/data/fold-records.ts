import type { Results } from '../../../../suites/vocabulary/result.ts';
import type { Suite } from '../../../../suites/vocabulary/scenario.ts';
import { cellFinder } from '../../../model/cells.ts';
import { type CellRecord, type RecordedExchange, recordOf } from '../../../model/record.ts';
import { Interned } from './interned.ts';
import type { FoldedRecord, RecordChunk } from './record-chunk.ts';

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

/** The records of one suite, by the ids of all suites. */
export function foldRecords({ columns, cells }: Results, suites: readonly Suite[]): Readonly<Record<string, RecordChunk>> {
  const find = cellFinder(cells);
  const chunkOf = ({ scenarios }: Suite): RecordChunk => {
    const folder = new Folder();
    const rows = scenarios.map((scenario) => {
      const places = columns.map(({ id }) => {
        const observation = find(id, scenario.id)?.observation;
        return observation ? folder.fold(recordOf(scenario, observation)) : -1;
      });
      return [scenario.id, places] as const;
    });
    const { lines, texts, records } = folder;
    return { lines: lines.values, texts: texts.values, records: records.values, cells: Object.fromEntries(rows) };
  };
  return Object.fromEntries(suites.map((suite) => [suite.id, chunkOf(suite)]));
}
