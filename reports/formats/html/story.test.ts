import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { scenarioOf } from '../../sample.fixture.ts';
import { tellStory } from './story.ts';

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
const at = (place: RecordedRequest['answeredBy'] & object): Partial<RecordedRequest> => ({ answeredBy: place });
const told = (scenario: Scenario, ...requests: readonly RecordedRequest[]): ReturnType<typeof tellStory> =>
  tellStory(scenario, { requests, outcomes: [], blocked: [] });

describe('the story of a cell', () => {
  const scenario = scenarioOf('area/a');

  it('tells each request with the answer that the catalogue has for it', () => {
    expect(told(scenario, received('/start', at({ place: '{home}/start', case: 0 }))).first).toEqual([
      { to: 'home, connection 1', request: 'GET /start HTTP/1.1\nHost: home.test', answer: '302 Found\nLocation: {home}/target' },
    ]);
  });

  it('tells which case answered', () => {
    const cases = [
      { when: { visit: 1 }, answer: { status: 302 } },
      { when: { method: 'GET' }, answer: { status: 200, body: 'there' } },
    ];
    const story = told(
      { ...scenario, routes: { '{home}/start': cases } },
      received('/start', at({ place: '{home}/start', case: 1 })),
    );
    expect(story.first[0]?.answer).toBe('(case 2: GET)\n200 OK\n\nthere');
  });

  it('tells what the transport shows where it shows no bytes', () => {
    expect(told(scenario, received('/start', { httpVersion: null, head: null, connection: null })).first[0]).toEqual({
      to: 'home',
      request: 'GET /start\nHost: home.test',
      answer: '(nothing is served at this path)',
    });
  });

  it('tells an answer that came early, although the body never came whole', () => {
    const early = { ...scenario, routes: { '{home}/start': { status: 307, sent: 'before the body' } } } as const;
    const [exchange] = told(early, received('/start', { ...at({ place: '{home}/start', case: 0 }), complete: false })).first;
    expect(exchange?.answer).toBe('(as soon as the header section of the request has come)\n307 Temporary Redirect');
    expect(exchange?.request).toMatch(/never came whole/);
  });

  it.for([
    ['', undefined, '(no answer)'],
    ['HTTP/1.1 200 OK\r\n\r\n', 'close', 'HTTP/1.1 200 OK\n\n\n(then close)'],
  ] as const)('tells the bytes %j, and what came of the connection', ([raw, ending, text]) => {
    const routes = { '{home}/start': { raw, ...(ending && { ending }) } };
    const [exchange] = told({ ...scenario, routes }, received('/start', at({ place: '{home}/start', case: 0 }))).first;
    expect(exchange?.answer).toBe(text);
  });

  it('tells by which way a request came', () => {
    const via = { via: { proxy: 'proxy', tunnel: true }, serverName: 'home.test' } as const;
    expect(told(scenario, received('/start', via)).first[0]?.to).toBe(
      'home, via proxy, by tunnel, TLS for home.test, connection 1',
    );
  });

  it('tells what the caller was told, and what the client left behind', () => {
    const observation = {
      requests: [],
      outcomes: [],
      blocked: [],
      told: [{ call: 1, status: 302, url: 'http://home.test/start' }],
      leftOpen: { home: 50 },
      exit: 'stays',
    } as const;
    expect(tellStory(scenario, observation).besides).toEqual([
      'call 1: told of the 302 of http://home.test/start',
      '50 connections to home left open',
      'the process of the client did not end',
    ]);
  });

  it('leaves out the middle of a runaway, and says how much', () => {
    const { first, leftOut, last } = told(scenario, ...Array.from({ length: 101 }, (_, index) => received(`/${index}`)));
    expect(first.length + leftOut + last.length).toBe(101);
    expect(last.at(-1)?.request).toContain('GET /100 ');
  });

  it('tells every kind of outcome', () => {
    const { outcomes } = tellStory(scenario, {
      requests: [],
      blocked: [],
      outcomes: [
        {
          kind: 'response',
          status: 200,
          headers: [['A', 'b']],
          body: { length: 2, base64: '//8=' },
          url: 'http://x.test/',
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
    expect(outcomes).toEqual([
      'response 200\nurl: http://x.test/\nhistory: empty\nA: b\n\n(2 bytes, base64) //8=',
      'error: tls\nError: no (E)\ncaused by Error: why',
      'threw what is not an Error: string: oops',
      'never settled',
      'the process of the client died: process exited with code 0',
    ]);
  });
});
