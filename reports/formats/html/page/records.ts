import type { Sketch } from '../../../model/sketch.ts';
import { recordIn, type RecordChunk, settingIn, type ScenarioSetting, sketchIn } from '../data/record-chunk.ts';
import type { CellRecord } from '../../../model/record.ts';
import { unpack } from './unpack.ts';

/** What the page knows of a cell beside its checks; nothing if the scenario was not run. */
export interface Unpacked {
  readonly record?: CellRecord | undefined;
  readonly sketch?: Sketch | undefined;
  readonly setting?: ScenarioSetting | undefined;
}

/** What a chunk knows of a cell. */
export const unpackedIn = (chunk: RecordChunk, scenario: string, column: number): Unpacked => ({
  record: recordIn(chunk, scenario, column),
  sketch: sketchIn(chunk, scenario, column),
  setting: settingIn(chunk, scenario),
});

/** The records are at the end of the page, which may still be read when it already shows the table. */
const parsed = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
    else resolve(undefined);
  });

/** The records of the page, of which each suite is unpacked when one of its cells is opened. */
export class Records {
  readonly #chunks = new Map<string, Promise<RecordChunk | undefined>>();

  async of(scenario: string, column: number): Promise<Unpacked> {
    const [suite = ''] = scenario.split('/');
    const loading = this.#chunks.get(suite) ?? this.#load(suite);
    this.#chunks.set(suite, loading);
    const chunk = await loading;
    return chunk ? unpackedIn(chunk, scenario, column) : {};
  }

  async #load(suite: string): Promise<RecordChunk | undefined> {
    await parsed();
    const packed = document.querySelector(`[data-records="${CSS.escape(suite)}"]`)?.textContent;
    return packed ? ((await unpack(packed)) as RecordChunk) : undefined;
  }
}
