/** The adapter, its driver or the harness is at fault, not the client: no verdict is possible. */
export class HarnessFault extends Error {
  override readonly name = 'HarnessFault';
}
