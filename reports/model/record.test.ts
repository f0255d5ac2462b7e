import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { sampleScenario } from '../sample.fixture.ts';
import { type CellRecord, recordOf } from './record.ts';

const received = (target: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  origin: 'home',
  connection: 1,
  httpVersion: '1.1',
  head: `GET ${target} HTTP/1.1\r\nHost: home.test\r\n\r\n`,
  method: 'GET',
  target,
  headers: [['Host', 'home.test']],
  body: { length: 0, text: '' },
  complete: true,
  ...more,
});
const atStart = (index = 0): Partial<RecordedRequest> => ({ answeredBy: { place: '{home}/start', case: index } });
const recordWith = (scenario: Scenario, ...requests: readonly RecordedRequest[]): CellRecord =>
  recordOf(scenario, { requests, outcomes: [], blocked: [] });

describe('the record of a cell', () => {
  const scenario = sampleScenario('area/a');

  it('has each call as it is made', () => {
    expect(recordWith({ ...scenario, atOnce: true }).calls).toEqual(['POST {home}/start\n\nhello\n(all calls are made at once)']);
  });

  it('has each request with the answer from the catalogue', () => {
    expect(recordWith(scenario, received('/start', atStart())).first).toEqual([
      { to: 'home, connection 1', request: 'GET /start HTTP/1.1\nHost: home.test', answer: '302 Found\nLocation: {home}/target' },
    ]);
  });

  it('names the case that answered', () => {
    const cases = [
      { when: { visit: 1 }, answer: { status: 302 } },
      { when: { method: 'GET' }, answer: { status: 200, body: 'there' } },
    ];
    const { first } = recordWith({ ...scenario, routes: { '{home}/start': cases } }, received('/start', atStart(1)));
    expect(first[0]?.answer).toBe('(case 2: if the method is GET)\n200 OK\n\nthere');
  });

  it('has the fields as recorded if the transport shows no bytes', () => {
    expect(recordWith(scenario, received('/start', { httpVersion: null, head: null, connection: null })).first[0]).toEqual({
      to: 'home',
      request: 'GET /start\nHost: home.test',
      answer: '404 Not Found\n(no route at this path)',
    });
  });

  it('has an early answer to a body that did not arrive completely', () => {
    const early = { ...scenario, routes: { '{home}/start': { status: 307, sent: 'before the body' } } } as const;
    const [exchange] = recordWith(early, received('/start', { ...atStart(), complete: false })).first;
    expect(exchange?.answer).toBe('307 Temporary Redirect\n(sent as soon as the header section of the request has arrived)');
    expect(exchange?.request).toMatch(/did not arrive completely/);
  });

  it.for([
    ['', undefined, '(no answer)'],
    ['HTTP/1.1 200 OK\r\n\r\n', 'close', 'HTTP/1.1 200 OK\n\n\n(then sends FIN)'],
  ] as const)('has the bytes %j, and how the connection ends', ([raw, ending, text]) => {
    const routes = { '{home}/start': { raw, ...(ending && { ending }) } };
    const [exchange] = recordWith({ ...scenario, routes }, received('/start', atStart())).first;
    expect(exchange?.answer).toBe(text);
  });

  it.for<[answer: string, more: Partial<RecordedRequest>]>([
    ['(tunnel to home-tls opened)', { tunnelTo: 'home-tls' }],
    ['(no answer: the request did not arrive completely)', { complete: false }],
    ['404 Not Found\n(no case of the route applies)', atStart(1)],
  ])('says what happened without an answer from the catalogue: %s', ([answer, more]) => {
    expect(recordWith(scenario, received('/start', more)).first[0]?.answer).toBe(answer);
  });

  it('has the answer of another server as it came', () => {
    const head = 'HTTP/1.1 302 Moved Temporarily\r\nServer: nginx/1.22.1\r\n\r\n';
    const given = { ...atStart(), answer: { head, body: { length: 2, text: 'hi' } } };
    expect(recordWith(scenario, received('/start', given)).first[0]?.answer).toBe(
      'HTTP/1.1 302 Moved Temporarily\nServer: nginx/1.22.1\n\nhi',
    );
  });

  it('says which way a request took', () => {
    const via = { via: { proxy: 'proxy', tunnel: true }, serverName: 'home.test' } as const;
    expect(recordWith(scenario, received('/start', via)).first[0]?.to).toBe(
      'home, via proxy, by tunnel, server name home.test, connection 1',
    );
  });

  it('has the redirects passed to the caller, and what the client left open', () => {
    const observation = {
      requests: [],
      outcomes: [],
      blocked: [],
      told: [{ call: 1, status: 302, url: 'http://home.test/start' }],
      leftOpen: { home: 50 },
      exit: 'stays',
    } as const;
    expect(recordOf(scenario, observation).others).toEqual([
      'call 1: redirect passed to the caller: 302 from http://home.test/start',
      'connections to home left open: 50',
      'the process of the client could not end',
    ]);
  });

  it('has what the client and its adapter printed', () => {
    expect(recordOf(scenario, { requests: [], outcomes: [], blocked: [], printed: 'one\ntwo' }).printed).toEqual(['one', 'two']);
    expect(recordWith(scenario).printed).toEqual([]);
  });

  it('leaves out the middle of a long list of exchanges, and says how many', () => {
    const { first, leftOut, last } = recordWith(scenario, ...Array.from({ length: 101 }, (_, index) => received(`/${index}`)));
    expect(first.length + leftOut + last.length).toBe(101);
    expect(last.at(-1)?.request).toContain('GET /100 ');
  });

  it('has every kind of outcome', () => {
    const { results } = recordOf(scenario, {
      requests: [],
      blocked: [],
      outcomes: [
        {
          kind: 'response',
          status: 200,
          headers: [['A', 'b']],
          body: { length: 2, base64: '//8=' },
          url: 'http://x.test/',
          redirected: true,
          history: [],
        },
        {
          kind: 'error',
          class: 'tls',
          error: { name: 'Error', message: 'no', code: 'E', cause: { name: 'Error', message: 'why' } },
        },
        { kind: 'non-error', thrown: 'string: oops' },
        { kind: 'hung' },
        { kind: 'crashed', how: 'process exited with code 0' },
      ],
    });
    expect(results).toEqual([
      'response 200\n(URL: http://x.test/)\n(redirected: true)\n(history: empty)\nA: b\n\n(2 bytes, base64) //8=',
      'error: tls\nError: no (E)\ncaused by Error: why',
      'threw a value that is not an Error: string: oops',
      'did not settle',
      'the process of the client crashed: process exited with code 0',
    ]);
  });
});
