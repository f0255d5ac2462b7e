/** What an examination of one property of an adapter says. */
export type State =
  /** It is as it should be. */
  | 'ok'
  /** The adapter says or does something that is not true, so results of this client cannot be trusted. */
  | 'lie'
  /** Nothing is wrong, but the adapter could do more, or nobody could look. */
  | 'hint'
  /** It is not asked for. */
  | 'n/a';

/** The result of one probe. */
export interface Diagnosis {
  /** `body`, `capability/form`. */
  readonly probe: string;
  readonly title: string;
  readonly state: State;
  /** What was seen, where it is not as it should be. */
  readonly seen?: string;
  /** What to do about it. */
  readonly remedy?: string;
}
