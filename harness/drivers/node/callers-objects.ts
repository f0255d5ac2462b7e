const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** What can be compared of a value: texts and numbers by value, bytes by their content, everything else by identity. */
type Leaf = string | number | bigint | boolean | symbol | null | undefined | object;

function entriesOf(value: object): readonly (readonly [name: string, value: unknown])[] | undefined {
  if (value instanceof Headers || value instanceof Map) return [...value].map(([name, each]) => [String(name), each]);
  return Array.isArray(value) || isPlain(value) ? Object.entries(value) : undefined;
}

const toLeaf = (value: unknown): Leaf =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value instanceof URL ? value.href : (value as Leaf);

/** The leaves of an object by their names: `headers.accept`. Names of fields are in lower case. */
function leavesOf(value: unknown, path: readonly string[], leaves: Map<string, Leaf>): void {
  const entries = typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? entriesOf(value) : undefined;
  if (!entries || path.length > 4) return void leaves.set(path.join('.'), toLeaf(value));
  for (const [name, each] of entries) leavesOf(each, [...path, name], leaves);
}

function snapshotOf(value: object): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  leavesOf(value, [], leaves);
  return leaves;
}

/** The objects that a caller passes to the client in one call. */
export class CallersObjects {
  readonly #given: { readonly value: object; readonly before: ReadonlyMap<string, Leaf> }[] = [];

  /** Remembers what an object holds, and returns it. */
  readonly given = <Value extends object>(value: Value): Value => {
    this.#given.push({ value, before: snapshotOf(value) });
    return value;
  };

  /** Whether there are any. */
  get wereGiven(): boolean {
    return this.#given.length > 0;
  }

  /** The names of the members that have been changed, added or removed since. */
  changedNames(): readonly string[] {
    return this.#given.flatMap(({ value, before }) => {
      const after = snapshotOf(value);
      const names = new Set([...before.keys(), ...after.keys()]);
      return [...names].filter((name) => before.has(name) !== after.has(name) || before.get(name) !== after.get(name));
    });
  }
}
