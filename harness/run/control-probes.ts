import { scenario } from '../../suites/builders/scenario.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Check } from '../../suites/vocabulary/check.ts';
import { type Fact, nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Ready } from '../drivers/protocol.ts';

/** An exchange that has nothing to do with conformance, and what a correct adapter shows in it. */
export interface Probe {
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

const here = '{home}/here';
const hereByTls = '{home-tls}/here';

/** An answer that an event source understands too. */
const event = { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: hello\n\n' } as const;

/** The calls of the basic exchange: by POST, or for a client that cannot send one, by GET, or by an event source. */
function basicCall({ capabilities, methods }: Pick<Ready, 'capabilities' | 'methods'>, url: Place): Call | undefined {
  const can = (method: string): boolean => !methods || methods.some((each) => each.toUpperCase() === method);
  if (can('POST')) return { method: 'POST', url, body: 'hallå' };
  if (can('GET')) return { method: 'GET', url };
  return capabilities.includes('event-source') ? { method: 'GET', url, through: 'event-source' } : undefined;
}

const basicProbe = (id: string, title: string, call: Call, complaint: string): Probe => {
  const isPost = call.method === 'POST';
  return {
    scenario: scenario({
      id,
      title,
      routes: { [call.url]: isPost ? { status: 200, body: 'här' } : event },
      call,
      checks: reading(
        { kind: 'outcome' },
        { kind: 'request', at: call.url },
        ...(isPost ? [{ kind: 'response-body', from: call.url } as const] : []),
      ),
    }),
    expected: {
      outcome: ['returned 200'],
      [nameOfFact({ kind: 'request', at: call.url })]: [isPost ? 'POST, same body' : 'GET, no body'],
      ...(isPost && { 'response-body': ['same bytes'] }),
    },
    complaint,
  };
};

/** Exchanges without any redirect, by plain http and by TLS. If one of them fails, nothing can be said about the client. */
export function basicProbes(ready: Pick<Ready, 'capabilities' | 'methods'>): readonly Probe[] {
  const plain = basicCall(ready, here);
  const secure = basicCall(ready, hereByTls);
  if (!plain || !secure) return [];
  return [
    basicProbe('control/post', 'A plain exchange without any redirect', plain, 'fails a plain exchange without any redirect'),
    basicProbe(
      'control/tls',
      'An exchange by TLS without any redirect',
      secure,
      'fails an exchange by TLS without any redirect; if the client is given certificates of its own, add the `ca` that `open` gets (docs/adapters.md#certificates)',
    ),
  ];
}

/** Shows whether a client follows redirects by default. */
export const followProbe: Scenario = scenario({
  id: 'control/follow',
  title: 'A redirect by default',
  routes: { '{home}/1': { status: 302, location: '{home}/2' }, '{home}/2': { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/1' },
  checks: reading({ kind: 'requests' }, { kind: 'outcome' }),
});

/** What a client must show that does what it declares. */
export const capabilityProbes: readonly (Probe & { readonly capability: Capability })[] = [
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
    complaint: 'declares manual, but follows a redirect in manual mode',
  },
  {
    capability: 'error-mode',
    scenario: scenario({
      id: 'control/error-mode',
      title: 'A redirect in error mode',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', redirect: 'error' },
      // A client may repeat what failed, but never follows.
      checks: reading({ kind: 'requests', at: '{home}/2' }, { kind: 'settled' }),
    }),
    expected: { 'requests@2': ['0'], settled: ['error'] },
    complaint: 'declares error-mode, but does not throw on a redirect',
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
    complaint: 'declares max-redirects, but follows three redirects where one is allowed',
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
    complaint: 'declares proxy, but does not send the right requests through it',
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
    complaint: 'declares cookie-jar, but does not send back a cookie that was set',
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
    complaint: 'declares cache, but requests a fresh answer again',
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
    complaint: 'declares http2, but does not speak HTTP/2 with a server that offers it',
  },
  {
    capability: 's3',
    scenario: scenario({
      id: 'control/s3',
      title: 'A GetObject without any redirect',
      routes: { '{s3}/here': { status: 200, body: 'här' } },
      call: { method: 'GET', url: '{s3}/here', through: 's3' },
      checks: reading({ kind: 'outcome' }, { kind: 'request', at: '{s3}/here' }, { kind: 'response-body', from: '{s3}/here' }),
    }),
    expected: { outcome: ['returned 200'], 'request@s3/here': ['GET, no body'], 'response-body': ['same bytes'] },
    complaint: 'declares s3, but fails a GetObject without any redirect',
  },
];
