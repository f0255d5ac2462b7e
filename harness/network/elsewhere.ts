/** A request as it arrived, for another server that answers it. */
export interface RelayedRequest {
  readonly scheme: 'http' | 'https';
  readonly method: string;
  /** Header section and body, with their framing. */
  readonly bytes: Buffer;
}

/** Gets the bytes of an answer from another server. Throws a HarnessFault if that is not possible. */
export type AskElsewhere = (request: RelayedRequest) => Promise<Buffer>;

/** An nginx that can be asked. */
export interface NginxServer {
  readonly version: string;
  readonly ask: AskElsewhere;
}
