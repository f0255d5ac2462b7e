import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { ClientCertificate, ProxySettings } from '../adapter/index.ts';

/** One request to one origin. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderFields;
  readonly body: Uint8Array | undefined;
  /** Whether to use HTTP/2 where the origin offers it. */
  readonly http2: true | undefined;
  readonly proxy: ProxySettings | undefined;
  /** The certificate of the caller, and the only origin that may have it; any origin without one. */
  readonly certificate?: ClientCertificate & { readonly onlyAt?: string };
  /** The URL of the SOCKS5 proxy. */
  readonly socksProxy?: string;
  /** Whether the request needs a connection of its own. */
  readonly newConnection?: true;
  /** The unix socket at which a host is reached. */
  readonly socket?: { readonly host: string; readonly path: string };
}

/** The answer to one request. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

/** Sends one request and follows no redirect. */
export type SendOne = (request: OutgoingRequest) => Promise<ReceivedAnswer>;
