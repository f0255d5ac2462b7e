import { describe, expect, test } from 'vitest';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Call } from '../../suites/vocabulary/scenario.ts';
import { concrete, hostOf } from '../concrete.ts';
import { told } from '../fixtures/clients.ts';
import { play, request, stage, type Act } from '../fixtures/play.ts';
import { findingsOf } from './index.ts';

const start = request('POST /start', ['Content-Type: text/plain', 'Content-Length: 5'], 'hello');
const at = '{home}/target';

type Row = readonly [finding: string, act: Act, call?: Partial<Call>];

/** Each finding of a fact, and what a client does that is found so. */
function finds(fact: Fact, rows: readonly Row[]): void {
  test.for(rows)('%s', async ([finding, act, call], { expect: x }) => {
    x(
      await play(
        { fact },
        [act],
        stage.calls.map((each) => ({ ...each, ...call })),
      ),
    ).toBe(finding);
  });
}

const target = (...parts: readonly [line: string, fields?: readonly string[], body?: string]): Act => ({
  sends: [start, request(...parts)],
});

describe.concurrent('whether a client followed:', () => {
  finds({ kind: 'followed', to: at }, [
    ['followed', target('GET /target')],
    ['followed', target('GET /target?and=a+query')],
    ['returned 302', { sends: [start], returns: { status: 302 } }],
    ['error: redirect-refused', { sends: [start], throws: { name: 'RedirectRefusedError', message: '' } }],
  ]);
});

describe.concurrent('what the caller has in the end:', () => {
  finds({ kind: 'outcome' }, [
    ['returned 200', target('GET /target')],
    ['returned 0', { returns: { status: 0 } }],
    ['error: too-many-redirects', { throws: { code: 'ERR_TOO_MANY_REDIRECTS' } }],
    ['error: other', { throws: { message: 'no idea' } }],
    [
      'cut off after 100 requests',
      { sends: Array.from({ length: 101 }, () => request('GET /start')), throws: { code: 'ECONNRESET' } },
    ],
    ['returned 200', { sends: Array.from({ length: 100 }, () => request('GET /start')) }],
  ]);
});

describe.concurrent('how a call came back:', () => {
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
    ['HEAD, no body', { sends: [request('GET /target'), start, request('HEAD /target')] }],
    ['no such request: no request 2 came to {home}/target', target('GET /target')],
  ]);
});

describe.concurrent('whether the fields that describe a body went with it:', () => {
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
    ['absent', { sends: [request('GET /target'), request('GET /target', [`X-Api-Key: ${secret}`])] }],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('a secret at an origin:', () => {
  const elsewhere = (path: string, ...fields: readonly string[]): string => request(`GET ${path}`, fields, '', '{other.host}');
  finds({ kind: 'canary', secret: 'x-api-key', at: 'other' }, [
    ['sent', { sends: [elsewhere('/target'), elsewhere('/nobody-serves-this', `X-Api-Key: ${secret}`)] }],
    ['absent', { sends: [elsewhere('/target'), request('GET /target', [`X-Api-Key: ${secret}`])] }],
    ['no such request: no request came to other', target('GET /target', [`X-Api-Key: ${secret}`])],
  ]);
});

describe.concurrent('how many requests came:', () => {
  const three: Act = { sends: [start, request('GET /target'), request('GET /target?again')] };
  test.for<[finding: string, fact: Fact, act: Act]>([
    ['3', { kind: 'requests' }, three],
    ['2', { kind: 'requests', at }, three],
    ['1', { kind: 'requests', at: '{home}/target?again' }, three],
    ['0', { kind: 'requests', at: '{other}/target' }, three],
    ['0', { kind: 'requests' }, {}],
  ])('%s', async ([finding, fact, act], { expect: x }) => {
    x(await play({ fact }, [act])).toBe(finding);
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
  const twice: Act['returns'] = {
    headers: [
      ['x-ROW', '1'],
      ['Row', '0'],
      ['X-Row', '2'],
    ],
  };
  finds({ kind: 'response-header', name: 'X-Row' }, [
    ['1, 2', { returns: twice }],
    ['absent', { returns: { headers: [['Row', '0']] } }],
  ]);
});

describe.concurrent('where a client went after its first request:', () => {
  finds({ kind: 'next', after: '{home}/start' }, [
    ['{home}/target?x', target('GET /target?x')],
    ['{other}/target', { sends: [start, request('GET /target', [], '', '{other.host}'), start] }],
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

describe.concurrent('which version of HTTP a request came by:', () => {
  finds({ kind: 'protocol', at }, [
    ['HTTP/1.1', target('GET /target')],
    ['no such request: no request 1 came to {home}/target', { sends: [start] }],
  ]);
});

describe.concurrent('the final URL that a client tells of:', () => {
  finds({ kind: 'final-url' }, [
    ['{other}/target#part', { returns: { url: '{other}/target#part' } }],
    ['capability: the client tells no final URL', {}],
  ]);
});

describe.concurrent('whether a client says that it was redirected:', () => {
  finds({ kind: 'redirected' }, [
    ['true', { returns: { redirected: true } }],
    ['false', { returns: { redirected: false } }],
    ['capability: the client does not tell whether it was redirected', {}],
  ]);
});

describe.concurrent('how many connections an origin got:', () => {
  finds({ kind: 'connections', to: 'home' }, [
    ['2', target('GET /target')],
    ['1', { sends: [start + request('GET /target')] }],
    ['0', { sends: [request('GET /target', [], '', '{other.host}')] }],
  ]);
});

describe.concurrent('the redirects that a client tells of:', () => {
  const history = [
    { status: 301, url: 'http://any.test/start?query' },
    { status: 302, url: 'http://any.test/middle' },
  ];
  finds({ kind: 'history' }, [
    ['301 /start, 302 /middle', { returns: { history } }],
    ['empty', { returns: { history: [] } }],
    ['capability: the client tells no history', {}],
  ]);
});

describe.concurrent('a fact under a condition', () => {
  const check = { fact: { kind: 'requests' }, given: { fact: { kind: 'outcome' }, oneOf: ['returned 200'] } } as const;

  test('is looked at where the condition holds', async ({ expect: x }) => {
    x(await play(check, [target('GET /target')])).toBe('2');
  });

  test('is not looked at where it does not, and says what was found instead', async ({ expect: x }) => {
    x(await play(check, [{ sends: [start], returns: { status: 302 } }])).toBe('given not met: returned 302');
  });
});

test('each call has an outcome of its own', async () => {
  const acts: readonly Act[] = [{}, { returns: { status: 302 } }];
  const calls = [...stage.calls, ...stage.calls];
  expect(await play({ fact: { kind: 'outcome' } }, acts, calls)).toBe('returned 200');
  expect(await play({ fact: { kind: 'outcome', call: 2 } }, acts, calls)).toBe('returned 302');
});

describe('under MSW', () => {
  const found = (fact: Fact, observation: Partial<Observation>): string => {
    const scenario = { ...stage, checks: [{ fact, rulings: [] }] };
    const whole: Observation = { requests: [], outcomes: [], blocked: [], ...observation };
    const [finding] = Object.values(findingsOf({ scenario, plan: concrete(scenario), observation: whole, transport: 'msw' }));
    return told(finding);
  };

  test('a request that slips past the mock is the one finding of the scenario', () => {
    const observation = { blocked: [`${hostOf('home', stage.id)}:80`] };
    expect(found({ kind: 'settled' }, observation)).toBe('not intercepted');
    expect(found({ kind: 'outcome' }, observation)).toBe('transport: not intercepted');
  });

  test('a request to somebody else says nothing, for MSW answers that too', () => {
    expect(found({ kind: 'outcome' }, { blocked: ['192.0.2.1'] })).toBe('transport: MSW answers for every address');
  });

  test('nobody can tell how a body was framed', () => {
    expect(found({ kind: 'framing', at }, {})).toBe('transport: MSW shows no framing');
  });
});

test('of a call that was never made nothing can be told', () => {
  const scenario = {
    ...stage,
    checks: (['settled', 'outcome'] as const).map((kind) => ({ fact: { kind, call: 2 }, rulings: [] })),
  };
  const observation: Observation = { requests: [], outcomes: [{ kind: 'hung' }], blocked: [] };
  const findings = Object.values(findingsOf({ scenario, plan: concrete(scenario), observation, transport: 'wire' }));
  expect(findings.map(told)).toEqual(['call failed: an earlier call ended the client', 'call failed: the call was never made']);
});
