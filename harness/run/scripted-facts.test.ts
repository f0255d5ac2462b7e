import { expect, test } from 'vitest';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import { findingAfter, requestBytes, scriptedScenario, type Step } from '../fixtures/scripted-run.ts';

// Facts of what a client really sent and got: bytes on a socket, recorded and read. `harness/facts` has a test for each finding.

const start = requestBytes('POST /start', ['Content-Type: text/plain', 'Content-Length: 5'], 'hello');
const at = '{home}/target';

const target = (...parts: readonly [line: string, fields?: readonly string[], body?: string]): Step => ({
  sends: [start, requestBytes(...parts)],
});
const hello = ['Content-Length: 5'] as const;
const secret = '{secret:x-api-key}';
const history = [
  { status: 301, url: '{home}/start?query' },
  { status: 302, url: '{other}/middle', headers: [['x-ROW', '{other}/row']] as const },
];
const answer = Buffer.byteLength('HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\narrived');

test.concurrent.for<[finding: string, fact: Fact, step: Step, call?: Partial<Call>]>([
  ['followed', { kind: 'followed', to: at }, target('GET /target?and=a+query')],
  ['returned 302', { kind: 'followed', to: at }, { sends: [start], returns: { status: 302 } }],
  ['error: redirect-refused', { kind: 'outcome' }, { throws: { name: 'RedirectRefusedError', message: '' } }],
  ['error: too-many-redirects', { kind: 'outcome' }, { throws: { code: 'ERR_TOO_MANY_REDIRECTS' } }],
  ['PermanentRedirect', { kind: 'error-name' }, { throws: { name: 'PermanentRedirect', message: 'no' } }],
  [
    'cut off after 100 requests',
    { kind: 'outcome' },
    { sends: Array.from({ length: 101 }, () => requestBytes('GET /start')), throws: { code: 'ECONNRESET' } },
  ],
  ['returned 200', { kind: 'outcome' }, { sends: Array.from({ length: 100 }, () => requestBytes('GET /start')) }],
  ['GET, no body', { kind: 'request', at }, target('GET /target')],
  ['POST, same body', { kind: 'request', at }, target('POST /target', hello, 'hello')],
  ['POST, same body', { kind: 'request', at }, target('POST /target', ['Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n')],
  ['POST, body lost', { kind: 'request', at }, target('POST /target', ['Content-Length: 0'])],
  ['GET, body cut short', { kind: 'request', at }, target('GET /target', hello)],
  [
    'GET, unexpected body',
    { kind: 'request', at },
    target('GET /target', hello, 'hello'),
    { method: 'GET', body: undefined as never },
  ],
  [
    'HEAD, no body',
    { kind: 'request', at, visit: 2 },
    { sends: [requestBytes('GET /target'), start, requestBytes('HEAD /target')] },
  ],
  [
    'kept with the body',
    { kind: 'content-headers', at },
    target('POST /target', ['content-type: text/plain', ...hello], 'hello'),
  ],
  ['content-length, body missing', { kind: 'framing', at }, target('GET /target', hello)],
  ['chunked', { kind: 'framing', at }, target('POST /target', ['Transfer-Encoding: chunked'], '0\r\n\r\n')],
  ['both', { kind: 'framing', at }, target('POST /target', [...hello, 'Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n')],
  ['sent', { kind: 'canary', secret: 'x-api-key', at }, target(`GET /target?${secret}`)],
  ['sent', { kind: 'canary', secret: 'x-api-key', at }, target('POST /target', ['Content-Length: 23'], secret)],
  ['2', { kind: 'requests', at }, { sends: [start, requestBytes('GET /target'), requestBytes('GET /target?again')] }],
  ['same bytes', { kind: 'response-body', from: at }, { ...target('GET /target'), returns: { body: 'arrived' } }],
  [
    '1 | 2',
    { kind: 'response-header', name: 'X-Row' },
    {
      returns: {
        headers: [
          ['x-ROW', '1'],
          ['Row', '0'],
          ['X-Row', '2'],
        ],
      },
    },
  ],
  [
    'same',
    { kind: 'same-field', name: 'X-Row', from: '{home}/start', at },
    { sends: [requestBytes('GET /start', ['X-Row: 1']), requestBytes('GET /target', ['x-row: 1'])] },
  ],
  [
    '{other}/target',
    { kind: 'next', after: '{home}/start' },
    { sends: [start, requestBytes('GET /target', [], '', '{other.host}'), start] },
  ],
  [
    '{home}/start | {secret:cookie}',
    { kind: 'field', name: 'Referer', at },
    target('GET /target', ['referer: {home}/start', 'REFERER: {secret:cookie}']),
  ],
  ['HTTP/1.1', { kind: 'protocol', at }, target('GET /target')],
  ['{other}/target#part', { kind: 'final-url' }, { returns: { url: '{other}/target#part' } }],
  ['2', { kind: 'delivered', at }, { sends: [start, ...[0, 0].map(() => requestBytes('POST /target', hello, 'hello'))] }],
  ['0', { kind: 'delivered', at }, target('POST /target', hello)],
  ['1', { kind: 'failed', to: '{home}/start' }, { throws: { message: 'no' } }],
  [
    `${2 * answer - 'arrived'.length}`,
    { kind: 'answer-bytes', at },
    { sends: [requestBytes('GET /target'), requestBytes('HEAD /target')] },
  ],
  ['false', { kind: 'redirected' }, { returns: { redirected: false } }],
  ['capability: the client does not report whether it was redirected', { kind: 'redirected' }, {}],
  ['2', { kind: 'connections', to: 'home' }, target('GET /target')],
  ['1', { kind: 'connections', to: 'home' }, { sends: [start + requestBytes('GET /target')] }],
  ['301 {home}/start?query, 302 {other}/middle', { kind: 'history' }, { returns: { history } }],
  ['{other}/row', { kind: 'history-header', name: 'X-Row', at: '{other}/middle' }, { returns: { history } }],
])('%s: %j', async ([finding, fact, step, call], { expect: x }) => {
  const calls = scriptedScenario.calls.map((each) => ({ ...each, ...call }));
  x(await findingAfter({ fact }, [step], calls)).toBe(finding);
});

test('a condition that does not hold is the reason why a fact is not read', async () => {
  const check = { fact: { kind: 'requests' }, given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] } } as const;
  expect(await findingAfter(check, [{ sends: [start], returns: { status: 302 } }])).toBe('given not met: returned 302');
});

test('each call has an outcome of its own', async () => {
  const steps: readonly Step[] = [{}, { returns: { status: 302 } }];
  const calls = [...scriptedScenario.calls, ...scriptedScenario.calls];
  expect(await findingAfter({ fact: { kind: 'outcome', call: 2 } }, steps, calls)).toBe('returned 302');
});
