import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { valuesIn } from './fields.ts';
import { firstRequest, type RequestContent } from './first-request.ts';
import { follow, type FollowOptions } from './follow.ts';
import type { FollowedRedirect, ReceivedAnswer, SendPlain } from './messages.ts';
import type { Policy } from './policy.ts';
import { sendByHttp1 } from './transport.ts';

/** The options of one call, under the names of ADR-016. */
export interface RequestOptions extends RequestContent {
  /** Whether redirects are followed; if not, the first one is the response. Default: true. */
  readonly allow_redirects?: boolean;
  /** How many redirects are followed. Default: the limit of the policy. */
  readonly max_redirects?: number;
  /** Called before each redirect is followed; returns fields to add to the next request. What it throws ends the call. */
  readonly on_redirect?: FollowOptions['onRedirect'];
  /** Ends the call. */
  readonly signal?: AbortSignal;
}

/** The response at the end of a chain. */
export interface PolicyResponse extends ReceivedAnswer {
  /** The URL that answered. */
  readonly url: string;
  readonly redirected: boolean;
  /** The redirects that were followed, oldest first. */
  readonly history: readonly FollowedRedirect[];
}

/** Makes a call. */
export type MakeRequest = (method: string, url: string, options?: RequestOptions) => Promise<PolicyResponse>;

const optionNames = ['headers', 'body', 'allow_redirects', 'max_redirects', 'on_redirect', 'signal'];

/** Whether a value can limit redirects. */
export const isLimit = (value: unknown): boolean => value === Infinity || (Number.isInteger(value) && Number(value) >= 0);

/** Refuses options that would be ignored, or that mean nothing: a redirect that is followed by mistake is not taken back. */
function checkOptions(options: RequestOptions): void {
  const unknown = Object.keys(options).find((name) => !optionNames.includes(name));
  if (unknown !== undefined) throw new TypeError(`no such option: ${unknown}; there are ${optionNames.join(', ')}`);
  const { allow_redirects: allowed = true, max_redirects: limit = 0 } = options;
  if (typeof allowed !== 'boolean') throw new TypeError(`allow_redirects is true or false, not ${String(allowed)}`);
  if (!isLimit(limit)) throw new TypeError(`max_redirects is a number of redirects, not ${String(limit)}`);
}

const decoders: Readonly<Record<string, (body: Uint8Array) => Uint8Array>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The body without its content coding. That of a redirect is never decoded, so an error in it does not matter. */
function decoded({ headers, body }: ReceivedAnswer): Uint8Array {
  const decode = decoders[valuesIn(headers, 'content-encoding').join().toLowerCase()];
  return decode && body.length > 0 ? new Uint8Array(decode(body)) : body;
}

const withoutFragment = (url: string): string => url.split('#', 1).join();

/** Calls by a policy. `send` sends the single requests; by default that is HTTP/1.1 with the global agents of Node.js. */
export const requestBy =
  (policy: Policy, send: SendPlain = sendByHttp1): MakeRequest =>
  async (method, url, options = {}) => {
    checkOptions(options);
    const {
      allow_redirects: allowRedirects = true,
      max_redirects: maxRedirects = policy.limit,
      on_redirect: onRedirect = () => [],
      signal = new AbortController().signal,
      ...content
    } = options;
    const first = await firstRequest(method, url, content);
    const { answer, request, history } = await follow(first, policy, { allowRedirects, maxRedirects, onRedirect }, (single) =>
      send(single, signal),
    );
    return {
      ...answer,
      body: decoded(answer),
      url: policy.reportsFragment ? request.url.href : withoutFragment(request.url.href),
      redirected: history.length > 0,
      history,
    };
  };
