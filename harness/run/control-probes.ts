import { scenario } from '../../suites/builders/scenario.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Check } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** An exchange that has nothing to do with conformance, and what a correct adapter shows in it. */
export interface Probe {
  /** Run only if the adapter declares it; without one, always. */
  readonly capability?: Capability;
  readonly scenario: Scenario;
  /** The accepted findings, by fact. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with an adapter that shows anything else. */
  readonly complaint: string;
}

const chain = {
  '{home}/1': { status: 302, location: '{home}/2' },
  '{home}/2': { status: 302, location: '{home}/3' },
  '{home}/3': { status: 302, location: '{home}/4' },
  '{home}/4': { status: 200, body: 'arrived' },
} as const;

/** Facts to read, without any ruling. */
const reading = (...facts: readonly Fact[]): readonly Check[] => facts.map((fact) => ({ fact, rulings: [] }) as Check);

export const probes: readonly Probe[] = [
  {
    scenario: scenario({
      id: 'control/post',
      title: 'A plain exchange without any redirect',
      routes: { '{home}/here': { status: 200, body: 'här' } },
      call: { method: 'POST', url: '{home}/here', body: 'hallå' },
      checks: reading(
        { kind: 'outcome' },
        { kind: 'request', at: '{home}/here' },
        { kind: 'response-body', from: '{home}/here' },
      ),
    }),
    expected: { outcome: ['returned 200'], 'request@here': ['POST, same body'], 'response-body': ['same bytes'] },
    complaint: 'fails a plain exchange without any redirect',
  },
  {
    capability: 'manual',
    scenario: scenario({
      id: 'control/manual',
      title: 'A redirect in manual mode',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', redirect: 'manual' },
      checks: reading({ kind: 'requests' }),
    }),
    expected: { requests: ['1'] },
    complaint: 'declares the capability manual, but follows a redirect in manual mode',
  },
  {
    capability: 'error-mode',
    scenario: scenario({
      id: 'control/error-mode',
      title: 'A redirect in error mode',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', redirect: 'error' },
      checks: reading({ kind: 'requests' }, { kind: 'settled' }),
    }),
    expected: { requests: ['1'], settled: ['error'] },
    complaint: 'declares the capability error-mode, but does not throw on a redirect',
  },
  {
    capability: 'max-redirects',
    scenario: scenario({
      id: 'control/max-redirects',
      title: 'A limit of one redirect',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', maxRedirects: 1 },
      checks: reading({ kind: 'requests' }),
    }),
    expected: { requests: ['1', '2', '3'] },
    complaint: 'declares the capability max-redirects, but follows three redirects where one is allowed',
  },
  {
    capability: 'proxy',
    scenario: scenario({
      id: 'control/proxy',
      title: 'Two exchanges through a proxy, and one without',
      routes: { '{home}/here': { status: 200 }, '{home-tls}/here': { status: 200 }, '{other}/here': { status: 200 } },
      calls: (['{home}/here', '{home-tls}/here', '{other}/here'] as const).map((url) => ({
        method: 'GET',
        url,
        proxy: { http: { at: 'proxy' }, https: { at: 'proxy' }, bypass: ['other'] },
      })),
      checks: reading(
        { kind: 'route', at: '{home}/here' },
        { kind: 'route', at: '{home-tls}/here' },
        { kind: 'route', at: '{other}/here' },
      ),
    }),
    expected: {
      'route@here': ['via proxy', 'via proxy, by tunnel'],
      'route@home-tls/here': ['via proxy', 'via proxy, by tunnel'],
      'route@other/here': ['direct'],
    },
    complaint: 'declares the capability proxy, but does not send the right requests through it',
  },
  {
    capability: 'cookie-jar',
    scenario: scenario({
      id: 'control/cookie-jar',
      title: 'Two calls with one jar',
      needs: ['cookie-jar'],
      routes: {
        '{home}/set': { status: 200, headers: [['Set-Cookie', 'jar={secret:cookie}']] },
        '{home}/get': { status: 200 },
      },
      calls: [
        { method: 'GET', url: '{home}/set' },
        { method: 'GET', url: '{home}/get' },
      ],
      checks: reading({ kind: 'canary', secret: 'cookie', at: '{home}/get' }),
    }),
    expected: { 'canary:cookie@get': ['sent'] },
    complaint: 'declares the capability cookie-jar, but does not send back a cookie that was set',
  },
  {
    capability: 'cache',
    scenario: scenario({
      id: 'control/cache',
      title: 'Two calls for an answer that is fresh for an hour',
      needs: ['cache'],
      routes: { '{home}/here': { status: 200, headers: [['Cache-Control', 'public, max-age=3600']], body: 'fresh' } },
      calls: [
        { method: 'GET', url: '{home}/here' },
        { method: 'GET', url: '{home}/here' },
      ],
      checks: reading({ kind: 'requests' }, { kind: 'outcome', call: 2 }),
    }),
    expected: { requests: ['1'], 'outcome@2': ['returned 200'] },
    complaint: 'declares the capability cache, but requests a fresh answer again',
  },
  {
    capability: 'http2',
    scenario: scenario({
      id: 'control/http2',
      title: 'A plain exchange over HTTP/2',
      routes: { '{h2}/here': { status: 200, body: 'här' } },
      call: { method: 'POST', url: '{h2}/here', body: 'hallå', http2: true },
      checks: reading(
        { kind: 'outcome' },
        { kind: 'protocol', at: '{h2}/here' },
        { kind: 'request', at: '{h2}/here' },
        { kind: 'response-body', from: '{h2}/here' },
      ),
    }),
    expected: {
      outcome: ['returned 200'],
      'protocol@h2/here': ['HTTP/2'],
      'request@h2/here': ['POST, same body'],
      'response-body': ['same bytes'],
    },
    complaint: 'declares the capability http2, but does not speak HTTP/2 with a server that offers it',
  },
];
