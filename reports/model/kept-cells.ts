import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';

/** How many observations are packed together: more are smaller, and take longer to unpack. */
const PER_BLOCK = 64;

type Observations = readonly (Observation | undefined)[];

/** Observations as compressed JSON. */
class Block {
  readonly #bytes: Buffer;

  constructor(observations: Observations) {
    this.#bytes = deflateRawSync(JSON.stringify(observations.map((each) => each ?? null)), { level: 1 });
  }

  unpack(): Observations {
    return JSON.parse(inflateRawSync(this.#bytes).toString()) as Observations;
  }
}

/** The cells of a run. Their observations are packed, since those of thirty columns take a gigabyte, and unpacked when they are read. */
export class KeptCells {
  readonly #cells: Cell[] = [];
  /** The indices of the cells that are not packed yet, of each column. */
  readonly #open = new Map<string, number[]>();
  /** The blocks that were read last, the latest at the end: one for each column, for a report that goes from scenario to scenario. */
  readonly #unpacked = new Map<Block, Observations>();

  /** All cells, in the order in which they came. */
  get all(): readonly Cell[] {
    return this.#cells;
  }

  add(cell: Cell): void {
    const open = this.#open.get(cell.column) ?? [];
    this.#open.set(cell.column, open);
    open.push(this.#cells.push(cell) - 1);
    if (open.length === PER_BLOCK) this.#pack(open.splice(0));
  }

  /** Puts a cell in the place of the one of its column and scenario. */
  replace(cell: Cell): void {
    const index = this.#cells.findIndex(({ column, scenario }) => column === cell.column && scenario === cell.scenario);
    if (index >= 0) this.#cells[index] = cell;
  }

  #pack(indices: readonly number[]): void {
    const cells = indices.flatMap((index) => this.#cells[index] ?? []);
    const block = new Block(cells.map(({ observation }) => observation));
    for (const [place, index] of indices.entries()) {
      const cell = cells[place];
      if (cell?.observation) this.#cells[index] = this.#packed(cell, block, place);
    }
  }

  /** The same cell, whose observation is read from a block. */
  #packed({ column, scenario, checks, fault }: Cell, block: Block, place: number): Cell {
    const read = (): Observation => this.#unpack(block)[place] as Observation;
    return {
      column,
      scenario,
      get observation() {
        return read();
      },
      checks,
      ...(fault !== undefined && { fault }),
    };
  }

  #unpack(block: Block): Observations {
    const observations = this.#unpacked.get(block) ?? block.unpack();
    this.#unpacked.delete(block);
    this.#unpacked.set(block, observations);
    const [oldest] = this.#unpacked.keys();
    if (oldest && this.#unpacked.size > this.#open.size) this.#unpacked.delete(oldest);
    return observations;
  }
}
