import { scenario } from '../suites/scenario.ts';
import type { Capability, Scenario } from '../suites/vocabulary/scenario.ts';
import type { Check, CheckId } from '../suites/vocabulary/check.ts';
import type { Observation } from '../suites/vocabulary/observation.ts';
import type { Finding } from '../suites/vocabulary/verdict.ts';
import { HarnessFault } from './drivers/driver.ts';
import { runScenario, type Bench } from './run-scenario.ts';

interface Probe {
  /** Probed only if the adapter declares it; the plain exchange always is. */
  readonly capability?: Capability;
  readonly scenario: Scenario;
  readonly expected: Readonly<Record<string, readonly string[]>>;
  /** What is wrong with an adapter that comes out otherwise. */
  readonly complaint: string;
}

const chain = {
  '{home}/1': { status: 302, location: '{home}/2' },
  '{home}/2': { status: 302, location: '{home}/3' },
  '{home}/3': { status: 302, location: '{home}/4' },
  '{home}/4': { status: 200, body: 'arrived' },
} as const;

const look = (...facts: readonly Check['fact'][]): readonly Check[] => facts.map((fact) => ({ fact, rulings: [] }));

const probes: readonly Probe[] = [
  {
    scenario: scenario({
      id: 'control/post',
      title: 'A plain exchange without any redirect',
      routes: { '{home}/here': { status: 200, body: 'här' } },
      call: { method: 'POST', url: '{home}/here', body: 'hallå' },
      checks: look({ kind: 'outcome' }, { kind: 'request', at: '{home}/here' }, { kind: 'response-body', from: '{home}/here' }),
    }),
    expected: { outcome: ['returned 200'], 'request@here': ['POST, same body'], 'response-body': ['same bytes'] },
    complaint: 'fails a plain exchange without any redirect',
  },
  {
    capability: 'manual',
    scenario: scenario({
      id: 'control/manual',
      title: 'Asked not to follow',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', redirect: 'manual' },
      checks: look({ kind: 'requests' }),
    }),
    expected: { requests: ['1'] },
    complaint: 'declares the capability manual, and follows when asked not to',
  },
  {
    capability: 'error-mode',
    scenario: scenario({
      id: 'control/error-mode',
      title: 'Asked to refuse redirects',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', redirect: 'error' },
      checks: look({ kind: 'requests' }, { kind: 'settled' }),
    }),
    expected: { requests: ['1'], settled: ['error'] },
    complaint: 'declares the capability error-mode, and does not throw when asked to refuse a redirect',
  },
  {
    capability: 'max-redirects',
    scenario: scenario({
      id: 'control/max-redirects',
      title: 'Asked to follow one redirect at most',
      routes: chain,
      call: { method: 'GET', url: '{home}/1', maxRedirects: 1 },
      checks: look({ kind: 'requests' }),
    }),
    expected: { requests: ['1', '2', '3'] },
    complaint: 'declares the capability max-redirects, and follows three redirects where one is allowed',
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
      checks: look(
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
    complaint: 'declares the capability proxy, and does not send through it what it is to, or sends what it is not to',
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
      checks: look({ kind: 'canary', secret: 'cookie', at: '{home}/get' }),
    }),
    expected: { 'canary:cookie@get': ['sent'] },
    complaint: 'declares the capability cookie-jar, and does not send a cookie back that it was given',
  },
  {
    capability: 'cache',
    scenario: scenario({
      id: 'control/cache',
      title: 'Two calls for what is fresh for an hour',
      needs: ['cache'],
      routes: { '{home}/here': { status: 200, headers: [['Cache-Control', 'public, max-age=3600']], body: 'fresh' } },
      calls: [
        { method: 'GET', url: '{home}/here' },
        { method: 'GET', url: '{home}/here' },
      ],
      checks: look({ kind: 'requests' }, { kind: 'outcome', call: 2 }),
    }),
    expected: { requests: ['1'], 'outcome@2': ['returned 200'] },
    complaint: 'declares the capability cache, and asks again for what is fresh',
  },
  {
    capability: 'http2',
    scenario: scenario({
      id: 'control/http2',
      title: 'A plain exchange over HTTP/2',
      routes: { '{h2}/here': { status: 200, body: 'här' } },
      call: { method: 'POST', url: '{h2}/here', body: 'hallå', http2: true },
      checks: look(
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
    complaint: 'declares the capability http2, and does not speak HTTP/2 with a server that offers it',
  },
];

const valueOf = (finding: Finding | undefined): string =>
  finding && 'value' in finding ? finding.value : (finding?.because ?? 'nothing');

/** The errors that the client threw, in its own words: who writes an adapter needs them to mend it. */
const errorsIn = ({ outcomes }: Observation): string =>
  outcomes.flatMap((outcome) => (outcome.kind === 'error' ? [`, ${outcome.error.name}: ${outcome.error.message}`] : [])).join('');

/** Under MSW a client that no request of which is intercepted is a finding of its own, not a broken adapter. */
const slippedPast = (findings: readonly Finding[]): boolean => findings.some((finding) => valueOf(finding) === 'not intercepted');

/**
 * Makes sure that the adapter itself is right before any verdict: a plain exchange works, and it can do what it
 * declares. Throws a HarnessFault that names the adapter and what is wrong.
 */
export async function control(bench: Bench): Promise<void> {
  const { name, capabilities } = await bench.client.ready();
  for (const { capability, scenario: probe, expected, complaint } of probes) {
    if (capability !== undefined && !capabilities.includes(capability)) continue;
    const { checks, observation } = await runScenario(probe, bench);
    // Not over this transport.
    if (!observation) continue;
    const findingOf = (fact: string): Finding | undefined => checks[`${probe.id}#${fact}` satisfies CheckId]?.finding;
    if (slippedPast(Object.values(checks).map(({ finding }) => finding))) return;
    const wrong = Object.entries(expected).find(([fact, values]) => !values.includes(valueOf(findingOf(fact))));
    if (!wrong) continue;
    const seen = `${wrong[0]}: ${valueOf(findingOf(wrong[0]))}${errorsIn(observation)}`;
    throw new HarnessFault(`the adapter ${name} ${complaint} (${seen})`);
  }
}
