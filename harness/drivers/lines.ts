import { once } from 'node:events';
import type { Readable } from 'node:stream';

const LF = 0x0a;

/** How long a line may be, in bytes: several times what the largest message needs. */
const LONGEST_LINE = 16 * 2 ** 20;

/** Receives a line. One that is too long is passed as soon as that is known, cut; the rest of it is left out. */
type ReadLine = (line: string, isCut: boolean) => void;

/** Cuts bytes into lines. A line ends at LF and nowhere else: U+2028, U+2029 and CR are part of it, as they may be part of a JSON text. */
class LineSplitter {
  readonly #read: ReadLine;
  /** The bytes of the line that has not ended yet. */
  #open: Buffer[] = [];
  #length = 0;
  /** Whether the line that has not ended yet was passed, cut. */
  #isPassed = false;

  constructor(read: ReadLine) {
    this.#read = read;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.#keep(chunk.subarray(start, end));
      this.end();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  /** The line has ended. An empty one is left out. */
  end(): void {
    if (!this.#isPassed && this.#length > 0) this.#pass(false);
    this.#isPassed = false;
  }

  #keep(bytes: Buffer): void {
    if (this.#isPassed || bytes.length === 0) return;
    this.#open.push(bytes.subarray(0, LONGEST_LINE - this.#length));
    this.#length += bytes.length;
    if (this.#length <= LONGEST_LINE) return;
    this.#isPassed = true;
    this.#pass(true);
  }

  #pass(isCut: boolean): void {
    const text = Buffer.concat(this.#open).toString();
    this.#open = [];
    this.#length = 0;
    this.#read(text, isCut);
  }
}

/** Passes each line of a stream to a function, and settles when the stream has ended. Empty lines are left out. */
export async function readLines(stream: Readable, read: ReadLine): Promise<void> {
  const splitter = new LineSplitter(read);
  stream.on('data', (chunk: Buffer) => splitter.push(chunk));
  await once(stream, 'end');
  splitter.end();
}
