import { originOf, pathOf, type OriginName, type Place } from './origin.ts';

/** A credential that a scenario plants, and whose every appearance is told. */
export const secrets = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'] as const;
export type Secret = (typeof secrets)[number];

/**
 * One thing read off the record, by the place it concerns, never by the position in the log. `call` and
 * `visit` count from 1 and are 1 unless given.
 */
export type Fact =
  /** How the call came back: `response`, `error`, `hung`, `crashed: process exited with code 0`, `threw a string` … */
  | { readonly kind: 'settled'; readonly call?: number }
  /** Whether a request came to `to`: `followed`, `returned 302`, `error: redirect-refused`. */
  | { readonly kind: 'followed'; readonly to: Place; readonly call?: number }
  /** What the caller has in the end: `returned 200`, `error: too-many-redirects`, `cut off after 100 requests`. */
  | { readonly kind: 'outcome'; readonly call?: number }
  /** Method and body of a request, as one fact: `GET, no body`, `POST, same body`, `PUT, body lost`. */
  | { readonly kind: 'request'; readonly at: Place; readonly visit?: number }
  /** Whether the fields that describe the body went with it: `kept with the body`, `dropped with the body`, `left over: content-type`, `lost: content-type`. */
  | { readonly kind: 'content-headers'; readonly at: Place; readonly visit?: number }
  /** How the body of a request was framed: `none`, `content-length`, `chunked`, `both`, `content-length, body missing`. */
  | { readonly kind: 'framing'; readonly at: Place; readonly visit?: number }
  /** Whether any request at a place, or at an origin, carried the secret: `sent` or `absent`. */
  | { readonly kind: 'canary'; readonly secret: Secret; readonly at: Place | OriginName; readonly visit?: number }
  /** Where the client went after its first request to a place: `{other}/target`, or what the caller got instead. */
  | { readonly kind: 'next'; readonly after: Place; readonly call?: number }
  /** A field of a request: its value with placeholders for names and secrets, several values joined by ` | `, or `absent`. */
  | { readonly kind: 'field'; readonly name: string; readonly at: Place; readonly visit?: number }
  /** Which version of HTTP a request came by: `HTTP/1.1` or `HTTP/2`. */
  | { readonly kind: 'protocol'; readonly at: Place; readonly visit?: number }
  /** By which way a request came: `direct`, `via proxy`, or `via proxy, by tunnel`. */
  | { readonly kind: 'route'; readonly at: Place; readonly visit?: number }
  /** How many requests came in all, or to one place: `3`. */
  | { readonly kind: 'requests'; readonly at?: Place }
  /** Whether the caller got the bytes that the server at `from` sent, without their content coding: `same bytes`, `still coded`, `empty`, `other bytes`. */
  | { readonly kind: 'response-body'; readonly from: Place; readonly call?: number }
  /** A field of the response that the caller got: its value with placeholders for names and secrets, or `absent`. */
  | { readonly kind: 'response-header'; readonly name: string; readonly call?: number }
  /** The final URL as the client itself tells it, with placeholders: `{other}/target#part`. */
  | { readonly kind: 'final-url'; readonly call?: number }
  /** Whether the client itself says that it was redirected: `true` or `false`. */
  | { readonly kind: 'redirected'; readonly call?: number }
  /** How many connections an origin got. */
  | { readonly kind: 'connections'; readonly to: OriginName }
  /** How many connections to an origin were still open in the end: `few` up to two, else their number. */
  | { readonly kind: 'left-open'; readonly to: OriginName }
  /** Whether the process of the client could end once the last call had settled: `ends` or `stays`. */
  | { readonly kind: 'exit' }
  /** Whether `at` was asked on a connection on which `from` was asked too: `same connection` or `another connection`. */
  | { readonly kind: 'reuse'; readonly from: Place; readonly at: Place }
  /** Whether a field of the request at `at` is the same as in the request at `from`: `same`, `changed`, or `lost`. */
  | { readonly kind: 'same-field'; readonly name: string; readonly from: Place; readonly at: Place }
  /** The name given in the TLS handshake before the request at a place, with placeholders; `none` if there was none. */
  | { readonly kind: 'server-name'; readonly at: Place; readonly visit?: number }
  /** The redirects that the client told a function of the caller before it followed them: `302 /start, 301 /middle`, or `none`. */
  | { readonly kind: 'told'; readonly call?: number }
  /** The redirects that the client itself tells of: `301 /start, 302 /middle`, or `empty`. */
  | { readonly kind: 'history'; readonly call?: number };

function isPlace(at: Place | OriginName): at is Place {
  return at.startsWith('{');
}

function nameOfPlace(at: Place | OriginName, visit: number | undefined): string {
  if (!isPlace(at)) return at;
  const origin = originOf(at) === 'home' ? '' : originOf(at);
  const [path = ''] = pathOf(at).split(/[?#]/);
  return (origin + path).replace(/^\//, '') + (visit === undefined ? '' : `:${visit}`);
}

const subjectOf = (fact: Fact): string | undefined => {
  switch (fact.kind) {
    case 'request':
    case 'content-headers':
    case 'framing':
    case 'route':
    case 'canary':
    case 'field':
    case 'server-name':
    case 'protocol':
      return nameOfPlace(fact.at, fact.visit);
    case 'requests':
      return fact.at && nameOfPlace(fact.at, undefined);
    case 'next':
      return nameOfPlace(fact.after, undefined) + (fact.call === undefined ? '' : `:${fact.call}`);
    case 'connections':
    case 'left-open':
      return fact.to;
    case 'same-field':
      return nameOfPlace(fact.at, undefined);
    case 'exit':
      return undefined;
    case 'reuse':
      return nameOfPlace(fact.at, undefined);
    case 'settled':
    case 'followed':
    case 'outcome':
    case 'response-body':
    case 'response-header':
    case 'final-url':
    case 'redirected':
    case 'told':
    case 'history':
      return fact.call === undefined ? undefined : String(fact.call);
  }
};

const detailOf = (fact: Fact): string => {
  if (fact.kind === 'canary') return `:${fact.secret}`;
  if (fact.kind === 'response-header' || fact.kind === 'field' || fact.kind === 'same-field')
    return `:${fact.name.toLowerCase()}`;
  return '';
};

/** The part of a check's id after the `#`: `request@target`, `canary:cookie@other`. */
export function nameOfFact(fact: Fact): string {
  const subject = subjectOf(fact);
  return fact.kind + detailOf(fact) + (subject === undefined ? '' : `@${subject}`);
}
