import type { Observation, RecordedRequest } from '../../../suites/vocabulary/observation.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import {
  followedSample,
  judged,
  leakSample,
  requestSample,
  sampleCell,
  sampleColumn,
  sampleResults,
  sampleScenario,
  settledSample,
  withoutFinding,
} from '../../sample.fixture.ts';

/** A text that would run a script if any part of the page took it for HTML, and that hides characters. */
export const hostileText = `</script><img src=x onerror=alert(1)>"'&\u2028\u202E\u0000`;

/** The same text as the page shows it. */
export const shownHostileText = String.raw`</script><img src=x onerror=alert(1)>"'&\u{2028}\u{202e}\u{0}`;

const request: RecordedRequest = {
  origin: 'home',
  connection: 1,
  httpVersion: '1.1',
  head: `POST /start HTTP/1.1\r\nAuthorization: Bearer canary-authorization-abc123\r\nX-Evil: ${hostileText}\r\n\r\n`,
  method: 'POST',
  target: '/start',
  headers: [['X-Evil', hostileText]],
  body: { length: 5, text: hostileText },
  complete: true,
  answeredBy: { place: '{home}/start', case: 0 },
};

const hostile: Observation = {
  requests: [request],
  outcomes: [{ kind: 'error', class: 'other', error: { name: hostileText, message: hostileText } }],
  blocked: [hostileText],
};

const harmless: Observation = {
  requests: [{ ...request, body: { length: 0, text: '' } }],
  outcomes: [{ kind: 'hung' }],
  blocked: [],
};

const first = { ...sampleScenario('area/first', settledSample, followedSample, requestSample), title: hostileText };
const second = sampleScenario('area/second', settledSample, requestSample);
const loop: Scenario = { ...sampleScenario('cycles/self', settledSample, leakSample), needs: ['cookie-jar'] };

const ok = judged('response', 'pass');
const kept = judged('POST, same body', 'fail', 'pass');
const rewritten = judged('GET, no body', 'pass');

/** Two suites, three scenarios and three columns. One client puts the hostile text wherever it can. */
export const smallRun: Results = {
  ...sampleResults(
    [
      { ...sampleColumn('node/fetch'), client: 'node/fetch' },
      { ...sampleColumn('evil'), version: hostileText, runtime: hostileText },
      sampleColumn('evil~msw'),
    ],
    [],
    [
      sampleCell('node/fetch', first, [ok, judged('followed', 'pass'), rewritten], harmless),
      sampleCell('node/fetch', second, [ok, rewritten], harmless),
      sampleCell('node/fetch', loop, [ok, judged('absent', 'pass')], harmless),
      sampleCell('evil', first, [ok, judged(hostileText, 'fail'), rewritten], hostile),
      sampleCell('evil', second, [ok, kept], hostile),
      sampleCell('evil', loop, [ok, judged('absent', 'pass')], hostile),
      sampleCell('evil~msw', first, [ok, judged('followed', 'pass'), rewritten]),
      {
        ...sampleCell('evil~msw', second, [withoutFinding('harness fault'), withoutFinding('harness fault')]),
        fault: 'no driver',
      },
    ],
  ),
  suites: [
    { id: 'area', title: 'An area', scenarios: [first, second] },
    { id: 'cycles', title: 'Cycles', scenarios: [loop] },
  ],
};
