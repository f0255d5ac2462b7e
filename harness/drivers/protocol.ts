import type { ErrorClass, HistoryEntry, ThrownError, ToldRedirect } from '../../suites/vocabulary/observation.ts';
import type { Capability, HeaderFields } from '../../suites/vocabulary/scenario.ts';
import type { ConcreteCall, ConcreteRoute } from '../concrete.ts';

/** The version of the protocol between harness and driver: JSON lines, one message a line. Described in docs/protocol.md. */
export const PROTOCOL = 1;

/** A request as it crosses the pipe. */
export interface WireRequest extends Omit<ConcreteCall, 'body' | 'abort'> {
  /** Nothing, bytes, or the parts of a stream that can be read once. */
  readonly body: null | Base64 | { readonly stream: readonly string[] };
  /** Whether the caller has given up before it begins. */
  readonly aborted?: true;
}

/** What the harness says. */
export type HarnessMessage =
  | { readonly hello: { readonly protocol: number } }
  | {
      readonly open: {
        readonly scenario: string;
        /** The capabilities that the scenario uses. */
        readonly needs: readonly Capability[];
        /** To be answered by the driver itself, where it mocks the network; empty otherwise. */
        readonly routes: readonly ConcreteRoute[];
        /** Where each virtual `host:port` listens on 127.0.0.1; empty where the driver mocks the network. */
        readonly names: Readonly<Record<string, number>>;
        /** The root certificate to trust, as PEM. */
        readonly ca: string;
      };
    }
  | { readonly send: { readonly id: number; readonly request: WireRequest } }
  | { readonly abort: { readonly id: number; readonly reason?: 'timeout' } }
  | { readonly close: { readonly scenario: string } };

export interface Base64 {
  readonly base64: string;
}

export interface Ready {
  readonly protocol: typeof PROTOCOL;
  readonly name: string;
  readonly version: string;
  /** `node 26.10.0` */
  readonly runtime: string;
  readonly capabilities: readonly Capability[];
}

/** What the caller of the client got. */
export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Base64;
  readonly url?: string;
  readonly redirected?: boolean;
  readonly history?: readonly HistoryEntry[];
}

/** A request answered by the driver itself, where it mocks the network. */
export interface ReceivedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderFields;
  readonly body: Base64;
  readonly answeredBy?: { readonly place: string; readonly case: number };
}

/** What a driver says, besides lines that are no JSON, which count as a print of the client. */
export type DriverMessage =
  | { readonly ready: Ready }
  | { readonly opened: string }
  | { readonly id: number; readonly response: WireResponse }
  | { readonly id: number; readonly error: ThrownError; readonly class?: ErrorClass }
  /** What was thrown is not an Error. */
  | { readonly id: number; readonly thrown: string }
  /** The process is about to end of itself: an uncaught exception, an unhandled rejection. */
  | { readonly crashed: string }
  /** The client tried to reach an address outside the scenario. */
  | { readonly blocked: string }
  /** The client told its caller of a redirect, before it followed it. */
  | { readonly told: ToldRedirect }
  | { readonly received: ReceivedRequest }
  | { readonly closed: string }
  /** The adapter or the driver itself is at fault; nothing can be said of the client. */
  | { readonly fault: string };
