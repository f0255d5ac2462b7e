import { describe, expect, test } from 'vitest';
import { type Fact, type FactKind, factKinds, formsPattern, nameOfFact } from './fact.ts';

describe('the name of a fact:', () => {
  test.for<[name: string, fact: Fact]>([
    ['settled', { kind: 'settled' }],
    ['settled@2', { kind: 'settled', call: 2 }],
    ['followed', { kind: 'followed', to: '{home}/target' }],
    ['followed@2', { kind: 'followed', to: '{other}/target', call: 2 }],
    ['request@target', { kind: 'request', at: '{home}/target' }],
    ['request@target:2', { kind: 'request', at: '{home}/target', visit: 2 }],
    ['framing@other/target', { kind: 'framing', at: '{other}/target' }],
    ['canary:cookie@other', { kind: 'canary', secret: 'cookie', at: 'other' }],
    ['canary:cookie@target', { kind: 'canary', secret: 'cookie', at: '{home}/target' }],
    ['next@start:2', { kind: 'next', after: '{home}/start', call: 2 }],
    ['requests', { kind: 'requests' }],
    ['requests@a/b', { kind: 'requests', at: '{home}/a/b?c' }],
    ['connections@home', { kind: 'connections', to: 'home' }],
    ['route@proxy>home-tls', { kind: 'route', at: '{proxy}>home-tls' }],
    ['response-header:x-row@2', { kind: 'response-header', name: 'X-Row', call: 2 }],
  ])('%s', ([name, fact]) => {
    expect(nameOfFact(fact)).toBe(name);
  });
});

/** For each kind of fact, values that an expectation can name, and values that it cannot. */
const values: { readonly [Kind in FactKind]: readonly [accepted: readonly string[], refused: readonly string[]] } = {
  settled: [
    ['response', 'error', 'hung', 'threw a string', 'crashed: process exited with code 0', 'not intercepted'],
    ['Response', 'errors', 'returned 200', 'any error', 'response ', ''],
  ],
  followed: [
    ['followed', 'returned 302', 'error: redirect-refused', 'cut off after 100 requests', 'any error', 'any error but tls'],
    ['not followed', 'returned', 'error: unknown', 'any error but unknown', 'GET, no body'],
  ],
  outcome: [
    [
      'returned 200',
      'returned 0',
      'error: too-many-redirects',
      'cut off after 100 requests',
      'any error',
      'any error but redirect-loop',
    ],
    [
      'returned 20',
      'returned 2000',
      'returned twice',
      'error',
      'error: no-such-class',
      'error: tls!',
      'any',
      'followed',
      'cut off after requests',
    ],
  ],
  'error-name': [
    ['PermanentRedirect', 'no error'],
    ['some name', ''],
  ],
  request: [
    [
      'GET, no body',
      'POST, same body',
      'post, other body',
      'PROPFIND, unexpected body',
      'PUT, body lost',
      'GET, body cut short',
      'POST, any body',
    ],
    ['GET', 'GET, some body', 'GET,no body', 'GET POST, no body', ', no body', 'GET, no body '],
  ],
  'content-headers': [
    ['kept with the body', 'dropped with the body', 'left over: content-type', 'lost: content-type, content-language'],
    ['kept', 'lost', 'left over content-type'],
  ],
  framing: [
    ['none', 'content-length', 'content-length: 0', 'chunked', 'both', 'content-length, body missing'],
    ['content-length: 5', 'Chunked', 'length'],
  ],
  canary: [
    ['sent', 'absent'],
    ['send', 'absent, sent', 'Sent'],
  ],
  next: [
    ['{home}/target?x', '{other-tls}/', 'returned 302', 'error: invalid-location', 'any error'],
    ['{hmoe}/target', '/target', 'http://other.test/'],
  ],
  field: [['absent', 'anything', '{home}/start | {secret:cookie}', 'two\nlines', ''], []],
  'signed-region': [
    ['eu-central-1', 'not signed'],
    ['EU', 'unsigned request', ''],
  ],
  protocol: [
    ['HTTP/1.1', 'HTTP/2'],
    ['HTTP/3', 'HTTP/1x1', 'HTTP/1.0'],
  ],
  route: [
    ['direct', 'via proxy', 'via other-proxy, by tunnel'],
    ['via', 'directly', 'via elsewhere'],
  ],
  requests: [
    ['0', '21'],
    ['-1', '1.5', 'one', '', ' 1'],
  ],
  preflights: [['0'], ['none']],
  delivered: [['50'], ['few']],
  failed: [['0'], ['none']],
  'answer-bytes': [['9000'], ['9 KB']],
  'response-body': [
    ['same bytes', 'still coded', 'other bytes', 'empty'],
    ['same body', 'bytes'],
  ],
  'response-header': [['absent', '1, 2'], []],
  'final-url': [
    ['{other}/target#part', 'http://other.test/'],
    ['/target', '{hmoe}/target'],
  ],
  redirected: [
    ['true', 'false'],
    ['yes', 'True'],
  ],
  connections: [
    ['0', '2'],
    ['two', '2 connections'],
  ],
  'left-open': [
    ['0', '1'],
    ['none', 'one'],
  ],
  exit: [
    ['ends', 'stays'],
    ['hung', 'ended'],
  ],
  reuse: [
    ['same connection', 'another connection'],
    ['same', 'other connection'],
  ],
  'same-field': [
    ['same', 'changed', 'lost'],
    ['absent', 'unchanged'],
  ],
  'server-name': [
    ['{other-tls.host}', 'none'],
    ['{other-tls}', '{hmoe.host}', 'other.test'],
  ],
  'client-certificate': [
    ['sent', 'absent'],
    ['none', 'caller'],
  ],
  'callers-objects': [
    ['unchanged', 'changed: headers.host'],
    ['changed', 'same', 'absent'],
  ],
  told: [
    ['302 {home}/start, 301 {other}/middle', 'none'],
    ['empty', '{home}/start'],
  ],
  history: [
    ['301 {home}/start, 302 {other}/middle', 'empty'],
    ['none', '301', '301 {home}/start {other}/middle'],
  ],
  'history-header': [['absent', '"etag"'], []],
};

describe.for(factKinds)('an expectation on %s', (kind) => {
  const [accepted, refused] = values[kind];
  const pattern = formsPattern(kind);

  test.for(accepted)('can be %j', (value) => expect(value).toMatch(pattern));
  test.for(refused)('cannot be %j', (value) => expect(value).not.toMatch(pattern));
});
