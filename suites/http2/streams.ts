import { payloads } from '../builders/payloads.ts';
import { following, understood } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{h2}/start';
const target: Place = '{h2}/target';
const arrived = { status: 200, body: 'arrived' } as const;

/** Larger than the flow-control window (RFC 9113 section 6.9.2) of a server that reads nothing: the upload cannot end before the answer. */
const large = payloads.find(({ name }) => name === 'large')?.body ?? '';

/** The server sends its complete answer first, and then stops the upload. */
const stoppedUploads: readonly Scenario[] = ([301, 303, 307] as const).map((status) =>
  scenario({
    id: `http2/${status}-before-the-upload-ends`,
    title: `POST of 256 kB over HTTP/2, answered by ${status} and stopped before the upload ends`,
    covers: ['h2-rst-allowed'],
    routes: { [start]: { status, location: target, sent: 'before the body' }, [target]: arrived },
    call: { method: 'POST', url: start, body: large, http2: true },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [...following[status], must('rfc9113/response-survives-the-reset', understood(status))],
      },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, 'POST') },
    ],
  }),
);

/** After GOAWAY the server ignores new streams, so it cannot observe whether the client opens any. */
const goaway: Scenario = scenario({
  id: 'http2/goaway',
  title: 'A 302 from a server that closes its HTTP/2 connection',
  routes: { [start]: { status: 302, location: target, framing: 'close' }, [target]: arrived },
  call: { method: 'GET', url: start, http2: true },
  checks: [
    {
      fact: { kind: 'followed', to: target },
      rulings: [...following[302], may('rfc9113/no-stream-after-goaway', ['followed', 'returned 302', 'any error'])],
    },
    { fact: { kind: 'protocol', at: start }, rulings: [] },
  ],
});

const coalescing: Scenario = scenario({
  id: 'http2/no-coalescing',
  title: 'A 302 to a host that the certificate of the open HTTP/2 connection does not cover',
  covers: ['h2-coalescing'],
  routes: { [start]: { status: 302, location: '{other-h2}/target' }, '{other-h2}/target': arrived },
  call: { method: 'GET', url: start, http2: true },
  checks: [
    { fact: { kind: 'followed', to: '{other-h2}/target' }, rulings: following[302] },
    {
      fact: { kind: 'requests', at: target },
      rulings: [must('rfc9113/certificate-covers-the-host', '0'), must('fetch/connection-by-origin', '0')],
    },
    { fact: { kind: 'protocol', at: start }, rulings: [] },
  ],
});

const trailers: Scenario = scenario({
  id: 'http2/location-in-trailers',
  title: 'A 302 over HTTP/2 whose only Location is in its trailers',
  routes: {
    [start]: { status: 302, headers: [['Trailer', 'Location']], body: 'moved', trailers: [['Location', '/target']] },
    [target]: arrived,
  },
  call: { method: 'GET', url: start, http2: true },
  checks: [
    {
      fact: { kind: 'followed', to: target },
      rulings: [must('fetch/missing-location-returned', 'returned 302'), must('rfc9110/trailers-not-merged', not('followed'))],
    },
    { fact: { kind: 'protocol', at: start }, rulings: [] },
  ],
});

/** What only HTTP/2 has: reset streams, connections that serve several hosts, GOAWAY, and trailers. */
export const streamScenarios: readonly Scenario[] = [...stoppedUploads, goaway, coalescing, trailers];
