/** Header fields in order; a name may repeat. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** One request to one origin. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Fields;
  readonly body: Uint8Array | undefined;
  /** Whether the body came from a stream, which its caller can read only once. */
  readonly isReadOnce?: boolean;
  /** Whether the request needs a connection of its own. */
  readonly newConnection?: true;
}

/** The answer to one request. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Fields;
  readonly body: Uint8Array;
}

/** Sends one request and follows no redirect. If the signal aborts, throws its reason. */
export type SendPlain = (request: PlainRequest, signal: AbortSignal) => Promise<ReceivedAnswer>;

/** A redirect that was followed: its status and fields, and the URL that answered with it. */
export interface FollowedRedirect {
  readonly status: number;
  readonly url: string;
  readonly headers: Fields;
}
