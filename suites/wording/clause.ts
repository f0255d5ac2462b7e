import { escaped } from '../vocabulary/escaped.ts';
import type { Fact, FactKind, facts } from '../vocabulary/fact.ts';

/** How a call can end, for each kind of fact that shows it. */
const outcomes = {
  'returned <status>': 'the caller gets the response <status>',
  'error: <error class>': 'the call fails with an error (<error class>)',
  'cut off after <n> requests': 'the client goes on without end',
} as const;

type Forms = { readonly [Kind in FactKind]: Readonly<Record<(typeof facts)[Kind]['findings'][number], string>> };

/** What each finding says, as a clause; `<…>` stands for a part of the finding or a member of the fact, `<where>` for the place, `<now>` and `<not>` for what is new. */
const clauses: Forms = {
  settled: {
    response: 'the call returns a response',
    error: 'the call fails with an error',
    hung: 'the call never ends',
    'threw a <type>': 'the call throws a <type> instead of an Error',
    'crashed: <how>': 'the process crashes (<how>)',
    'not intercepted': 'the mock does not see the request',
  },
  followed: { followed: 'the redirect is followed', ...outcomes },
  outcome: outcomes,
  'error-name': { '<name>': 'the name of the error is <value>', 'no error': 'the call fails with no error' },
  request: {
    '<method>, no body': 'the client sends <method> without a body',
    '<method>, same body': 'the client sends <method> with the body of the caller',
    '<method>, other body': 'the client sends <method> with another body than that of the caller',
    '<method>, unexpected body': 'the client sends <method> with a body that the caller did not pass',
    '<method>, body lost': 'the client sends <method> and loses the body',
    '<method>, body cut short': 'the client sends <method> with only a part of the body',
  },
  'content-headers': {
    'kept with the body': 'the fields that describe the body are sent with it',
    'dropped with the body': 'the fields that describe the body are dropped with it',
    'left over: <names>': 'fields that describe the body are sent without it: <names>',
    'lost: <names>': 'the body is sent without fields that describe it: <names>',
  },
  framing: {
    none: 'the request has no framing of a body',
    'content-length': 'the body is framed by Content-Length',
    'content-length: 0': 'the request has Content-Length: 0',
    chunked: 'the body is sent in chunks',
    both: 'the request has both Content-Length and Transfer-Encoding',
    'content-length, body missing': 'the request announces a body and sends none',
  },
  canary: {
    sent: 'the secret in `<secret>` is <now>sent to <where>',
    absent: 'the secret in `<secret>` is <not> sent to <where>',
  },
  next: { '{<origin>}<target>': 'the client goes to `<value>`', ...outcomes },
  field: {
    '<value>': 'the request to <where> has the field `<name>` with `<value>`',
    absent: 'the request to <where> lacks the field `<name>`',
  },
  'signed-region': {
    '<region>': 'the request is signed for the region <value>',
    'not signed': 'the request is not signed',
  },
  protocol: { 'HTTP/1.1': 'the request uses HTTP/1.1', 'HTTP/2': 'the request uses HTTP/2' },
  route: {
    direct: 'the request goes to the origin directly',
    'via <proxy>': 'the request goes through a proxy',
    'via <proxy>, by tunnel': 'the request goes through a tunnel of a proxy',
  },
  requests: { '<n>': 'the number of requests is <n>' },
  preflights: { '<n>': 'the number of preflights to <where> is <n>' },
  delivered: { '<n>': 'the number of requests to <where> with the whole body is <n>' },
  failed: { '<n>': 'the number of calls without a response is <n>' },
  'answer-bytes': { '<n>': 'the number of bytes that <where> sends is <n>' },
  'response-body': {
    'same bytes': 'the caller gets the body as it was sent',
    'still coded': 'the caller gets the body without its content coding removed',
    'other bytes': 'the caller gets another body than was sent',
    empty: 'the caller gets an empty body',
  },
  'response-header': {
    '<value>': 'the response has the field `<name>` with `<value>`',
    absent: 'the response lacks the field `<name>`',
  },
  'final-url': { '<url>': 'the final URL is reported as `<url>`' },
  redirected: { true: 'the client reports a redirect', false: 'the client reports no redirect' },
  connections: { '<n>': 'the number of connections is <n>' },
  'left-open': { '<n>': 'the number of connections left open is <n>' },
  exit: { ends: 'the process can end after the call', stays: 'the process cannot end after the call' },
  reuse: {
    'same connection': 'the connection is used again',
    'another connection': 'another connection is opened',
  },
  'same-field': {
    same: 'the field `<name>` stays the same',
    changed: 'the field `<name>` changes on the way',
    lost: 'the field `<name>` is lost on the way',
  },
  'server-name': {
    '{<origin>.host}': 'the TLS handshake names the server `<value>`',
    none: 'the TLS handshake names no server',
  },
  'client-certificate': {
    sent: 'the certificate of the caller is <now>sent to <where>',
    absent: 'the certificate of the caller is <not> sent to <where>',
  },
  'callers-objects': {
    unchanged: 'objects of the caller are left as they are',
    'changed: <names>': 'objects of the caller are changed: <names>',
  },
  told: {
    '<302 {home}/start, 301 {other}/middle>': 'the client passes these redirects to the caller: <value>',
    none: 'the client passes no redirect to the caller',
  },
  history: {
    '<302 {home}/start, 301 {other}/middle>': 'the client reports these redirects: <value>',
    empty: 'the client reports no redirects',
  },
  'history-header': {
    '<value>': 'the reported redirect has the field `<name>` with `<value>`',
    absent: 'the reported redirect lacks the field `<name>`',
  },
};

/** The parts of a value that has a form, by their names; undefined if it has not. */
function partsOf(form: string, value: string): Readonly<Record<string, string>> | undefined {
  const pieces = form.split(/<(.+?)>/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const pattern = pieces.map((piece, index) => (index % 2 === 1 ? String.raw`([\s\S]*)` : escaped(piece))).join('');
  const match = new RegExp(`^${pattern}$`).exec(value);
  return match ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])) : undefined;
}

const asItIs = { now: '', not: 'not' };
const asItBecame = { now: 'now ', not: 'no longer' };

function clauseOf(fact: Fact, value: string, where: string, news: typeof asItIs): string {
  const forms: Readonly<Record<string, string>> = clauses[fact.kind];
  const form = value in forms ? value : Object.keys(forms).find((each) => partsOf(each, value));
  // Else what a client sends could have placeholders of its own.
  if (form === undefined) return value;
  const { [form]: clause = value } = forms;
  const words: Readonly<Record<string, unknown>> = { ...fact, ...partsOf(form, value), value, where, ...news };
  return clause.replaceAll(/<(.+?)>/g, (_, name: string) => String(words[name]));
}

/** A finding as a clause in plain words: `the client sends GET without a body`. `where` says where a request went, seen from the caller's origin: `a subdomain`. */
export const findingClause = (fact: Fact, value: string, where: string): string => clauseOf(fact, value, where, asItIs);

/** Kinds with two findings of which one says what the other was. */
const twoFold: readonly FactKind[] = ['canary', 'client-certificate'];

/** A changed finding as such a clause. */
export function changeClause(fact: Fact, before: string, after: string, where: string): string {
  const is = clauseOf(fact, after, where, asItBecame);
  return twoFold.includes(fact.kind) ? is : `${is} (before: ${findingClause(fact, before, where)})`;
}
