/** Something that the user asked for is not possible; the message is one line that says what, where and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
