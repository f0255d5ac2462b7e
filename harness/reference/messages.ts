import type { ClientCertificate, ProxySettings } from '../adapter/index.ts';
import type { PlainRequest, ReceivedAnswer } from '../policy/messages.ts';

export type { ReceivedAnswer } from '../policy/messages.ts';

/** One request to one origin, and the way to it. */
export interface OutgoingRequest extends PlainRequest {
  /** Whether to use HTTP/2 where the origin offers it. */
  readonly http2?: true | undefined;
  readonly proxy?: ProxySettings | undefined;
  /** The certificate of the caller, and the only origin that may have it; any origin without one. */
  readonly certificate?: ClientCertificate & { readonly onlyAt?: string };
  /** The URL of the SOCKS5 proxy. */
  readonly socksProxy?: string;
  /** The unix socket at which a host is reached. */
  readonly socket?: { readonly host: string; readonly path: string };
}

/** Sends one request and follows no redirect. */
export type SendOne = (request: OutgoingRequest) => Promise<ReceivedAnswer>;
