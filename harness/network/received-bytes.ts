/** Bytes that arrive piece by piece. To join them anew at each piece would copy a body of some MB a hundred times over. */
export class ReceivedBytes {
  #store: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** What has arrived and was not taken. */
  get all(): Buffer {
    return this.#store.subarray(this.#start, this.#end);
  }

  push(piece: Buffer): void {
    if (this.#end + piece.length > this.#store.length) this.#grow(this.length + piece.length);
    this.#end += piece.copy(this.#store, this.#end);
  }

  /** Takes the first bytes away. They stay as they are, whatever arrives later. */
  take(length: number): Buffer {
    const taken = this.all.subarray(0, length);
    this.#start += taken.length;
    return taken;
  }

  /** What was taken is still in use, so it stays where it is. */
  #grow(needed: number): void {
    const store = Buffer.allocUnsafe(2 * needed);
    this.#end = this.all.copy(store);
    this.#start = 0;
    this.#store = store;
  }
}
