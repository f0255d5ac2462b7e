import type { Fact } from './fact.ts';

/** A kind of fact in words. `<…>` stands for a member of the fact, or for the part of a finding that varies. */
export interface FactKind {
  readonly tells: string;
  readonly findings: readonly string[];
}

const outcomes = ['returned <status>', 'error: <error class>', 'cut off after <n> requests'] as const;

/** What each kind of fact tells, and every form its findings have. */
export const factKinds: Readonly<Record<Fact['kind'], FactKind>> = {
  settled: {
    tells: 'how the call came back',
    findings: ['response', 'error', 'hung', 'threw a <type>', 'crashed: <how>', 'not intercepted'],
  },
  followed: { tells: 'whether a request came to <to>', findings: ['followed', ...outcomes] },
  outcome: { tells: 'what the caller has in the end', findings: outcomes },
  request: {
    tells: 'method and body of the request at <at>',
    findings: [
      '<method>, no body',
      '<method>, same body',
      '<method>, other body',
      '<method>, unexpected body',
      '<method>, body lost',
      '<method>, body cut short',
    ],
  },
  'content-headers': {
    tells: 'whether the fields that describe the body came with it, or left with it, at <at>',
    findings: ['kept with the body', 'dropped with the body', 'left over: <names>', 'lost: <names>'],
  },
  framing: {
    tells: 'how the body of the request at <at> was framed',
    findings: ['none', 'content-length', 'content-length: 0', 'chunked', 'both', 'content-length, body missing'],
  },
  canary: { tells: 'whether <at> saw the secret <secret>', findings: ['sent', 'absent'] },
  next: {
    tells: 'where the client went after its first request to <after>',
    findings: ['{<origin>}<target>', ...outcomes],
  },
  field: { tells: 'the field <name> of the request at <at>', findings: ['<value>', 'absent'] },
  protocol: { tells: 'which version of HTTP the request at <at> came by', findings: ['HTTP/1.1', 'HTTP/2'] },
  route: { tells: 'by which way the request at <at> came', findings: ['direct', 'via <proxy>', 'via <proxy>, by tunnel'] },
  requests: { tells: 'how many requests came to <at>', findings: ['<n>'] },
  'response-body': {
    tells: 'whether the caller got the bytes that <from> sent',
    findings: ['same bytes', 'still coded', 'other bytes', 'empty'],
  },
  'response-header': { tells: 'the field <name> of the response that the caller got', findings: ['<value>', 'absent'] },
  'final-url': { tells: 'the final URL, as the client tells it', findings: ['<url>'] },
  redirected: { tells: 'whether the client says that it was redirected', findings: ['true', 'false'] },
  connections: { tells: 'how many connections <to> got', findings: ['<n>'] },
  'left-open': {
    tells: 'how many connections to <to> were still open in the end',
    findings: ['few', '<n>'],
  },
  exit: { tells: 'whether the process of the client could end in the end', findings: ['ends', 'stays'] },
  reuse: {
    tells: 'whether <at> was asked on a connection on which <from> was asked',
    findings: ['same connection', 'another connection'],
  },
  'same-field': {
    tells: 'whether the field <name> at <at> is what it was at <from>',
    findings: ['same', 'changed', 'lost'],
  },
  'server-name': {
    tells: 'the name given in the TLS handshake before the request at <at>',
    findings: ['{<origin>.host}', 'none'],
  },
  told: {
    tells: 'the redirects that the client told a function of the caller before it followed them',
    findings: ['<302 /start, 301 /middle>', 'none'],
  },
  history: { tells: 'the redirects that the client tells of', findings: ['<302 /start, 301 /middle>', 'empty'] },
};
