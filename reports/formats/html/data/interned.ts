/** A list that holds each value once. */
export class Interned<Value> {
  readonly values: Value[] = [];
  readonly #indexes = new Map<string, number>();

  /** Where a value stands in the list; values with the same key are the same. */
  indexOf(value: Value, key = JSON.stringify(value)): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
