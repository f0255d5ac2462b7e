import { recordIn, type RecordChunk } from '../data/record-chunk.ts';
import type { ShownRecord } from './record-panel.ts';
import { unpack } from './unpack.ts';

/** The records are at the end of the page, which may still be read when it already shows the table. */
const isParsed = new Promise((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
  else resolve(undefined);
});

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
    await isParsed;
    const packed = document.querySelector(`[data-records="${CSS.escape(suite)}"]`)?.textContent;
    return packed ? ((await unpack(packed)) as RecordChunk) : { lines: [], texts: [], records: [], cells: {} };
  }
}
