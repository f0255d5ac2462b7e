import { once } from 'node:events';
import type { Readable } from 'node:stream';

const LF = 0x0a;

/** Cuts bytes into lines. A line ends at LF and nowhere else: U+2028, U+2029 and CR are part of it, as they may be part of a JSON text. */
class LineSplitter {
  /** The bytes of the line that has not ended yet. */
  #open: Buffer[] = [];

  /** The lines that end in these bytes, as text. */
  push(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.#open.push(chunk.subarray(start, end));
      lines.push(this.rest());
      start = end + 1;
    }
    if (start < chunk.length) this.#open.push(chunk.subarray(start));
    return lines;
  }

  /** What follows the last LF. */
  rest(): string {
    const text = Buffer.concat(this.#open).toString();
    this.#open = [];
    return text;
  }
}

/** Passes each line of a stream to a function, and settles when the stream has ended. Empty lines are left out. */
export async function readLines(stream: Readable, read: (line: string) => void): Promise<void> {
  const splitter = new LineSplitter();
  const readAll = (lines: readonly string[]): void => lines.filter((line) => line !== '').forEach(read);
  stream.on('data', (chunk: Buffer) => readAll(splitter.push(chunk)));
  await once(stream, 'end');
  readAll([splitter.rest()]);
}
