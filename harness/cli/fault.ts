/** Something that is wrong in a file, and where. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
