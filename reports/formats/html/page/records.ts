import { recordIn, type RecordChunk } from '../data/record-chunk.ts';
import type { ShownRecord } from './record-panel.ts';
import { unpack } from './unpack.ts';

/** The records of the page, of which each suite is unpacked when one of its cells is opened. */
export class Records {
  readonly #chunks = new Map<string, Promise<RecordChunk>>();

  async of(scenario: string, column: number): Promise<ShownRecord> {
    const [suite = ''] = scenario.split('/');
    const chunk = this.#chunks.get(suite) ?? this.#load(suite);
    this.#chunks.set(suite, chunk);
    return recordIn(await chunk, scenario, column) ?? 'none';
  }

  async #load(suite: string): Promise<RecordChunk> {
    const packed = document.querySelector(`[data-records="${CSS.escape(suite)}"]`)?.textContent;
    return packed ? ((await unpack(packed)) as RecordChunk) : { lines: [], texts: [], records: [], cells: {} };
  }
}
