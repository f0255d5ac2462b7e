import { describe, expect, test } from 'vitest';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { hostOf } from '../concrete/names.ts';
import { checkWithoutRulings, findingText } from '../fixtures/clients.ts';
import { findingAfter, requestBytes, scriptedScenario, type Step } from '../fixtures/scripted-run.ts';
import { findingsOf } from './index.ts';

const start = requestBytes('POST /start', ['Content-Type: text/plain', 'Content-Length: 5'], 'hello');
const at = '{home}/target';

type Row = readonly [finding: string, step: Step, call?: Partial<Call>];

/** Tests each finding of a fact with a step of a client that leads to it. */
function finds(fact: Fact, rows: readonly Row[]): void {
  test.for(rows)('%s', async ([finding, step, call], { expect: x }) => {
    const calls = scriptedScenario.calls.map((each) => ({ ...each, ...call }));
    x(await findingAfter({ fact }, [step], calls)).toBe(finding);
  });
}

const target = (...parts: readonly [line: string, fields?: readonly string[], body?: string]): Step => ({
  sends: [start, requestBytes(...parts)],
});

describe.concurrent('whether a client followed:', () => {
  finds({ kind: 'followed', to: at }, [
    ['followed', target('GET /target')],
    ['followed', target('GET /target?and=a+query')],
    ['returned 302', { sends: [start], returns: { status: 302 } }],
    ['error: redirect-refused', { sends: [start], throws: { name: 'RedirectRefusedError', message: '' } }],
  ]);
});

describe.concurrent('what the caller gets in the end:', () => {
  finds({ kind: 'outcome' }, [
    ['returned 200', target('GET /target')],
    ['returned 0', { returns: { status: 0 } }],
    ['error: too-many-redirects', { throws: { code: 'ERR_TOO_MANY_REDIRECTS' } }],
    ['error: other', { throws: { message: 'no idea' } }],
    [
      'cut off after 100 requests',
      { sends: Array.from({ length: 101 }, () => requestBytes('GET /start')), throws: { code: 'ECONNRESET' } },
    ],
    ['returned 200', { sends: Array.from({ length: 100 }, () => requestBytes('GET /start')) }],
  ]);
});

describe.concurrent('the name of the error that the caller caught:', () => {
  finds({ kind: 'error-name' }, [
    ['PermanentRedirect', { throws: { name: 'PermanentRedirect', message: 'no' } }],
    ['no error', { returns: { status: 301 } }],
  ]);
});

describe.concurrent('the region for which a request is signed:', () => {
  const signed = (value: string): Step => target('GET /target', [`Authorization: ${value}`]);
  const scope = 'Credential=AKID/20261127/eu-central-1/s3/aws4_request';
  finds({ kind: 'signed-region', at }, [
    ['eu-central-1', signed(`AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`)],
    ['not signed', signed(`Bearer ${scope}`)],
    ['not signed', target('GET /target')],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('how a call settled:', () => {
  finds({ kind: 'settled' }, [
    ['response', {}],
    ['error', { throws: { message: 'no' } }],
  ]);
});

describe.concurrent('method and body of a request:', () => {
  finds({ kind: 'request', at }, [
    ['GET, no body', target('GET /target')],
    ['POST, same body', target('POST /target', ['Content-Length: 5'], 'hello')],
    ['POST, same body', target('POST /target', ['Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n')],
    ['GET, same body', target('GET /target', ['Content-Length: 5'], 'hello')],
    ['POST, body lost', target('POST /target', ['Content-Length: 0'])],
    ['POST, other body', target('POST /target', ['Content-Length: 5'], 'HELLO')],
    ['GET, body cut short', target('GET /target', ['Content-Length: 5'])],
    ['GET, unexpected body', target('GET /target', ['Content-Length: 5'], 'hello'), { method: 'GET', body: undefined as never }],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('the second request to a place:', () => {
  finds({ kind: 'request', at, visit: 2 }, [
    ['HEAD, no body', { sends: [requestBytes('GET /target'), start, requestBytes('HEAD /target')] }],
    ['no such request: no request 2 came to {home}/target', target('GET /target')],
  ]);
});

describe.concurrent('whether the fields that describe a body are sent with it:', () => {
  finds({ kind: 'content-headers', at }, [
    ['kept with the body', target('POST /target', ['content-type: text/plain', 'Content-Length: 5'], 'hello')],
    ['dropped with the body', target('GET /target')],
    ['left over: content-type', target('GET /target', ['Content-Type: text/plain'])],
    ['lost: content-type', target('POST /target', ['Content-Length: 5'], 'hello')],
    ['lost: content-type', target('POST /target', ['Content-Type: text/html', 'Content-Length: 5'], 'hello')],
  ]);
});

describe.concurrent('how the body of a request was framed:', () => {
  finds({ kind: 'framing', at }, [
    ['none', target('GET /target')],
    ['content-length', target('POST /target', ['Content-Length: 5'], 'hello')],
    ['content-length: 0', target('GET /target', ['Content-Length: 0'])],
    ['content-length, body missing', target('GET /target', ['Content-Length: 5'])],
    ['chunked', target('POST /target', ['Transfer-Encoding: chunked'], '0\r\n\r\n')],
    ['both', target('POST /target', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '5\r\nhello\r\n0\r\n\r\n')],
  ]);
});

const secret = '{secret:x-api-key}';

describe.concurrent('a secret at a place:', () => {
  finds({ kind: 'canary', secret: 'x-api-key', at }, [
    ['sent', target('GET /target', [`X-Api-Key: ${secret}`])],
    ['sent', target('GET /target', [`Referer: http://any/?key=${secret}`])],
    ['sent', target(`GET /target?${secret}`)],
    ['sent', target('POST /target', ['Content-Length: 23'], secret)],
    ['absent', target('GET /target', ['X-Api-Key: {secret:cookie}'])],
    ['absent', { sends: [requestBytes('GET /target'), requestBytes('GET /target', [`X-Api-Key: ${secret}`])] }],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('a secret at an origin:', () => {
  const elsewhere = (path: string, ...fields: readonly string[]): string =>
    requestBytes(`GET ${path}`, fields, '', '{other.host}');
  finds({ kind: 'canary', secret: 'x-api-key', at: 'other' }, [
    ['sent', { sends: [elsewhere('/target'), elsewhere('/not-served', `X-Api-Key: ${secret}`)] }],
    ['absent', { sends: [elsewhere('/target'), requestBytes('GET /target', [`X-Api-Key: ${secret}`])] }],
    ['no such request: no request came to other', target('GET /target', [`X-Api-Key: ${secret}`])],
  ]);
});

describe.concurrent('how many requests arrived:', () => {
  const three: Step = { sends: [start, requestBytes('GET /target'), requestBytes('GET /target?again')] };
  test.for<[finding: string, fact: Fact, step: Step]>([
    ['3', { kind: 'requests' }, three],
    ['2', { kind: 'requests', at }, three],
    ['1', { kind: 'requests', at: '{home}/target?again' }, three],
    ['0', { kind: 'requests', at: '{other}/target' }, three],
    ['0', { kind: 'requests' }, {}],
  ])('%s', async ([finding, fact, step], { expect: x }) => {
    x(await findingAfter({ fact }, [step])).toBe(finding);
  });
});

describe.concurrent('the body that the caller got:', () => {
  finds({ kind: 'response-body', from: at }, [
    ['same bytes', { ...target('GET /target'), returns: { body: 'arrived' } }],
    ['other bytes', { ...target('GET /target'), returns: { body: 'rrived' } }],
    ['empty', target('GET /target')],
    ['call failed: error: other', { ...target('GET /target'), throws: { message: 'no' } }],
  ]);
});

describe.concurrent('a field of the response that the caller got:', () => {
  const twice: Step['returns'] = {
    headers: [
      ['x-ROW', '1'],
      ['Row', '0'],
      ['X-Row', '2'],
    ],
  };
  finds({ kind: 'response-header', name: 'X-Row' }, [
    ['1 | 2', { returns: twice }],
    ['', { returns: { headers: [['X-Row', '']] } }],
    ['absent', { returns: { headers: [['Row', '0']] } }],
  ]);
});

describe.concurrent('whether a field is the same in two requests:', () => {
  const sends = (first: string, second: string): Step => ({
    sends: [requestBytes('GET /start', [first]), requestBytes('GET /target', [second])],
  });
  finds({ kind: 'same-field', name: 'X-Row', from: '{home}/start', at }, [
    ['same', sends('X-Row: 1', 'x-row: 1')],
    ['same', sends('X-Row:', 'X-Row:')],
    ['same', sends('Row: 1', 'Row: 2')],
    ['changed', sends('X-Row: 1', 'X-Row: 1, 1')],
    ['changed', sends('X-Row: 1', 'X-Row:')],
    ['lost', sends('X-Row:', 'Row: 1')],
  ]);
});

describe.concurrent('where a client went after its first request:', () => {
  finds({ kind: 'next', after: '{home}/start' }, [
    ['{home}/target?x', target('GET /target?x')],
    ['{other}/target', { sends: [start, requestBytes('GET /target', [], '', '{other.host}'), start] }],
    ['returned 302', { sends: [start], returns: { status: 302 } }],
    ['error: invalid-location', { sends: [start], throws: { code: 'ERR_INVALID_URL' } }],
  ]);
});

describe.concurrent('a field of a request:', () => {
  finds({ kind: 'field', name: 'Referer', at }, [
    ['{home}/start | {secret:cookie}', target('GET /target', ['referer: {home}/start', 'REFERER: {secret:cookie}'])],
    ['absent', target('GET /target', ['Referrer: {home}/start'])],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('the HTTP version of a request:', () => {
  finds({ kind: 'protocol', at }, [
    ['HTTP/1.1', target('GET /target')],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('the final URL that a client reports:', () => {
  finds({ kind: 'final-url' }, [
    ['{other}/target#part', { returns: { url: '{other}/target#part' } }],
    ['capability: the client does not report a final URL', {}],
  ]);
});

describe.concurrent('how many requests brought the whole body of a call:', () => {
  const whole = requestBytes('POST /target', ['Content-Length: 5'], 'hello');
  finds({ kind: 'delivered', at }, [
    ['0', target('GET /target')],
    ['0', target('POST /target', ['Content-Length: 5'], 'HELLO')],
    ['0', target('POST /target', ['Content-Length: 5'])],
    ['2', { sends: [start, whole, whole] }],
  ]);
});

describe.concurrent('how many calls did not end with a response:', () => {
  finds({ kind: 'failed', to: '{home}/start' }, [
    ['0', target('GET /target')],
    ['1', { throws: { message: 'no' } }],
  ]);
  finds({ kind: 'failed', to: '{home}/target' }, [['0', { throws: { message: 'no' } }]]);
});

describe.concurrent('how many bytes a place answered with:', () => {
  const answer = Buffer.byteLength('HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\narrived');
  finds({ kind: 'answer-bytes', at }, [
    ['0', { sends: [start] }],
    [`${answer}`, target('GET /target')],
    [`${2 * answer - 'arrived'.length}`, { sends: [requestBytes('GET /target'), requestBytes('HEAD /target')] }],
  ]);
});

describe.concurrent('whether a client reports that it was redirected:', () => {
  finds({ kind: 'redirected' }, [
    ['true', { returns: { redirected: true } }],
    ['false', { returns: { redirected: false } }],
    ['capability: the client does not report whether it was redirected', {}],
  ]);
});

describe.concurrent('how many connections an origin received:', () => {
  finds({ kind: 'connections', to: 'home' }, [
    ['2', target('GET /target')],
    ['1', { sends: [start + requestBytes('GET /target')] }],
    ['0', { sends: [requestBytes('GET /target', [], '', '{other.host}')] }],
  ]);
});

describe.concurrent('the redirects that a client reports:', () => {
  const history = [
    { status: 301, url: '{home}/start?query' },
    { status: 302, url: '{other}/middle', headers: [['x-ROW', '{other}/row']] as const },
  ];
  finds({ kind: 'history' }, [
    ['301 {home}/start?query, 302 {other}/middle', { returns: { history } }],
    ['302 http://any.test/start', { returns: { history: [{ status: 302, url: 'http://any.test/start' }] } }],
    ['empty', { returns: { history: [] } }],
    ['capability: the client reports no history', {}],
  ]);
  finds({ kind: 'history-header', name: 'X-Row', at: '{other}/middle' }, [
    ['{other}/row', { returns: { history } }],
    ['', { returns: { history: [{ status: 302, url: '{other}/middle', headers: [['X-Row', '']] }] } }],
    ['absent', { returns: { history: [{ status: 302, url: '{other}/middle', headers: [['Row', '1']] }] } }],
    [
      'capability: the client reports no fields of a redirect',
      { returns: { history: [{ status: 302, url: '{other}/middle' }] } },
    ],
    ['no such request: the history has no redirect 1 from {other}/middle', { returns: { history: [] } }],
    ['capability: the client reports no history', {}],
  ]);
});

describe.concurrent('a fact under a condition', () => {
  const check = { fact: { kind: 'requests' }, given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] } } as const;

  test('is read if the condition holds', async ({ expect: x }) => {
    x(await findingAfter(check, [target('GET /target')])).toBe('2');
  });

  test('is not read if it does not hold, and the reason names the other finding', async ({ expect: x }) => {
    x(await findingAfter(check, [{ sends: [start], returns: { status: 302 } }])).toBe('given not met: returned 302');
  });
});

test('each call has an outcome of its own', async () => {
  const steps: readonly Step[] = [{}, { returns: { status: 302 } }];
  const calls = [...scriptedScenario.calls, ...scriptedScenario.calls];
  expect(await findingAfter({ fact: { kind: 'outcome' } }, steps, calls)).toBe('returned 200');
  expect(await findingAfter({ fact: { kind: 'outcome', call: 2 } }, steps, calls)).toBe('returned 302');
});

/** The finding on a fact in a record. */
function findingInRecord(fact: Fact, record: Partial<Observation>, transport: Transport = 'wire'): string {
  const check = checkWithoutRulings(fact);
  const scenario = { ...scriptedScenario, checks: [check] };
  const observation: Observation = { requests: [], outcomes: [], blocked: [], ...record };
  return findingText(findingsOf({ scenario, concrete: concrete(scenario), observation, transport })(check));
}

describe('under MSW', () => {
  const under = (fact: Fact, record: Partial<Observation>): string => findingInRecord(fact, record, 'msw');
  const home = `${hostOf('home', scriptedScenario.id)}:80`;
  const refused = { name: 'Error', message: 'refused' };

  test('a request that was not intercepted is the only finding of the scenario', () => {
    const record = { blocked: [home], outcomes: [{ kind: 'error', class: 'blocked-address', error: refused }] } as const;
    expect(under({ kind: 'settled' }, record)).toBe('not intercepted');
    expect(under({ kind: 'outcome' }, record)).toBe('transport: not intercepted');
  });

  test('a connection that carried no request takes no finding away', () => {
    const record = { blocked: [home], outcomes: [{ kind: 'error', class: 'timeout', error: refused }] } as const;
    expect(under({ kind: 'outcome' }, record)).toBe('error: timeout');
  });

  test('a request to a host outside the scenario leaves no finding, because MSW answers it too', () => {
    expect(under({ kind: 'outcome' }, { blocked: ['192.0.2.1'] })).toBe('transport: MSW answers for every address');
  });

  test('the framing of a body is not known', () => {
    expect(under({ kind: 'framing', at }, {})).toBe('transport: MSW shows no framing');
  });

  test('open connections are not known', () => {
    expect(under({ kind: 'left-open', to: 'home' }, {})).toBe('transport: MSW has no connections');
  });
});

test('a call that was never made has no finding', () => {
  const record: Partial<Observation> = { outcomes: [{ kind: 'hung' }] };
  expect(findingInRecord({ kind: 'settled', call: 2 }, record)).toBe('call failed: an earlier call ended the client');
  expect(findingInRecord({ kind: 'outcome', call: 2 }, record)).toBe('call failed: the call was never made');
});

test('changed objects of the caller are those of the call', () => {
  const outcome = { kind: 'error', class: 'other', error: { name: 'Error', message: '' } } as const;
  const record = {
    outcomes: [outcome, outcome],
    changed: [
      { call: 2, names: ['headers.host', 'method'] },
      { call: 2, names: ['method'] },
    ],
  };
  expect(findingInRecord({ kind: 'callers-objects' }, record)).toBe('unchanged');
  expect(findingInRecord({ kind: 'callers-objects', call: 2 }, record)).toBe('changed: headers.host, method');
});

test('how many connections were left open is a number', () => {
  const record = { leftOpen: { home: 2 } };
  expect(findingInRecord({ kind: 'left-open', to: 'home' }, record)).toBe('2');
  expect(findingInRecord({ kind: 'left-open', to: 'other' }, record)).toBe('0');
});
