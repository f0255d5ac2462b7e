import { once } from 'node:events';
import type { Readable } from 'node:stream';

const LF = 0x0a;

/** How long a line may be, in bytes: far more than the largest message needs. Of a longer one, no more is kept. */
export const LONGEST_LINE = 64 * 2 ** 20;

/** Cuts bytes into lines. A line ends at LF and nowhere else: U+2028, U+2029 and CR are part of it, as they may be part of a JSON text. */
class LineSplitter {
  /** The bytes of the line that has not ended yet. */
  #open: Buffer[] = [];
  #length = 0;

  /** The lines that end in these bytes, as text. */
  push(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.#keep(chunk.subarray(start, end));
      lines.push(this.rest());
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    return lines;
  }

  #keep(bytes: Buffer): void {
    const kept = bytes.subarray(0, LONGEST_LINE - this.#length);
    this.#length += kept.length;
    if (kept.length > 0) this.#open.push(kept);
  }

  /** What follows the last LF. */
  rest(): string {
    const text = Buffer.concat(this.#open).toString();
    this.#open = [];
    this.#length = 0;
    return text;
  }
}

/** Passes each line of a stream to a function, and settles when the stream has ended. Empty lines are left out, and what of a line is beyond `LONGEST_LINE`. */
export async function readLines(stream: Readable, read: (line: string) => void): Promise<void> {
  const splitter = new LineSplitter();
  const readAll = (lines: readonly string[]): void => lines.filter((line) => line !== '').forEach(read);
  stream.on('data', (chunk: Buffer) => readAll(splitter.push(chunk)));
  await once(stream, 'end');
  readAll([splitter.rest()]);
}
