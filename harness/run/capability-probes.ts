import type { Routes } from '../../suites/vocabulary/answer.ts';
import { type HeaderShape, type Proxying, type Call } from '../../suites/vocabulary/call.ts';
import { type Capability, capabilities, capabilityNames } from '../../suites/vocabulary/capability.ts';
import { type Fact, nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { PathPlace } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type ControlProbe, type Probe, reading } from './probe.ts';

/** What a client must show that does what its adapter declares. */
interface Proof extends Pick<Probe, 'wrongIn'> {
  readonly title: string;
  readonly routes: Routes;
  readonly calls: readonly [Call, ...Call[]];
  /** Each fact with the accepted findings. */
  readonly shows: readonly (readonly [fact: Fact, ...accepted: string[]])[];
  /** Completes "declares <capability>, but …". */
  readonly otherwise: string;
  /** Whether a client shows it too that was not asked for anything, so that nothing follows where it is not declared. */
  readonly isShownAnyway?: true;
}

const here: PathPlace = '{home}/here';
const hereByTls: PathPlace = '{home-tls}/here';
const next: PathPlace = '{home}/next';
const ok = { status: 200, body: 'här' } as const;

const chain: Routes = {
  '{home}/1': { status: 302, location: '{home}/2' },
  '{home}/2': { status: 302, location: '{home}/3' },
  '{home}/3': { status: 302, location: '{home}/4' },
  '{home}/4': { status: 200, body: 'arrived' },
};
const chained = (options: Partial<Call>): Call => ({ method: 'GET', url: '{home}/1', ...options });

const get = (options: Partial<Call> = {}): Call => ({ method: 'GET', url: here, ...options });
const post = (options: Partial<Call>): Call => ({ method: 'POST', url: here, ...options });

/** 4 kB. */
const large = { repeat: 'sixteen letters ', times: 256 } as const;
const threeParts = { stream: ['one ', 'two ', 'three'] } as const;

const outcome = (call = 1): Fact => ({ kind: 'outcome', ...(call > 1 && { call }) });
const settled = (call = 1): Fact => ({ kind: 'settled', ...(call > 1 && { call }) });
const field = (name: string, at: PathPlace = here, visit = 1): Fact => ({
  kind: 'field',
  name,
  at,
  ...(visit > 1 && { visit }),
});
const requestAt = (at: PathPlace): Fact => ({ kind: 'request', at });
const arrived = [outcome(), 'returned 200'] as const;

/** ada:opensesame */
const password = { username: 'ada', password: 'opensesame' } as const;
const basic = 'Basic YWRhOm9wZW5zZXNhbWU=';

const byProxy: Proxying = { http: { at: 'proxy' }, https: { at: 'proxy' }, bypass: ['other'] };

/** The fields of a caller, passed in each of these forms. */
const shaped = (...shapes: readonly [HeaderShape, ...HeaderShape[]]): Omit<Proof, 'otherwise'> => {
  const [first, ...others] = shapes.map((headerShape) => get({ headers: [['X-Trace', 'kept']], headerShape }));
  return {
    title: `Fields that are passed as ${shapes.join(', ')}`,
    routes: { [here]: ok },
    calls: [first ?? get(), ...others],
    shows: shapes.map((_, index) => [field('X-Trace', here, index + 1), 'kept'] as const),
    isShownAnyway: true,
  };
};

const bodyAsText = ({ body }: Observation['requests'][number]): string => ('text' in body ? body.text : '');

/** What must be in the body of the nth request, as text. */
const bodiesHold =
  (...texts: readonly RegExp[]) =>
  ({ requests }: Observation): string | undefined => {
    const wrong = texts.findIndex((text, index) => !requests[index] || !text.test(bodyAsText(requests[index])));
    return wrong < 0 ? undefined : `request ${wrong + 1} has another body`;
  };

/** Whether the adapter has passed any object of the caller through `given`. */
const objectsAreGiven = ({ changed = [] }: Observation): string | undefined =>
  changed.length > 0 ? undefined : 'no object went through `given`';

const proofs: Readonly<Record<Capability, Proof>> = {
  'stream-body': {
    title: 'A POST with a stream',
    routes: { [here]: ok },
    calls: [post({ body: threeParts })],
    shows: [arrived, [requestAt(here), 'POST, same body']],
    otherwise: 'does not send the bytes of a stream',
  },
  auth: {
    title: 'User name and password as an option',
    routes: { [here]: ok },
    calls: [get({ auth: password })],
    shows: [[field('Authorization'), basic]],
    otherwise: 'does not send user name and password by HTTP Basic',
  },
  netrc: {
    title: 'User name and password in a .netrc file',
    routes: { [here]: ok },
    calls: [get({ netrc: 'machine {home.host} login ada password opensesame\n' })],
    shows: [[field('Authorization'), basic]],
    otherwise: 'does not send what the .netrc file has for the host',
  },
  'token-provider': {
    title: 'A function of the caller that returns a token',
    routes: { [here]: { status: 302, location: next }, [next]: ok },
    calls: [get({ tokenProvider: [['{home}', 'Bearer opensesame']] })],
    shows: [[field('Authorization'), 'Bearer opensesame']],
    otherwise: 'does not send the token that the function of the caller returns',
  },
  cookies: {
    title: 'A cookie as an option',
    routes: { [here]: ok },
    calls: [get({ cookies: [['flavour', 'oat']] })],
    shows: [[field('Cookie'), 'flavour=oat']],
    otherwise: 'does not send the cookies of the option',
  },
  query: {
    title: 'A query as an option',
    routes: { [here]: ok },
    calls: [get({ query: [['page', '2']] })],
    shows: [[{ kind: 'requests', at: '{home}/here?page=2' }, '1']],
    otherwise: 'does not add the query of the option to the URL',
  },
  manual: {
    title: 'A redirect in manual mode',
    routes: chain,
    calls: [chained({ redirect: 'manual' })],
    shows: [[{ kind: 'requests' }, '1']],
    otherwise: 'follows a redirect in manual mode',
  },
  'error-mode': {
    title: 'A redirect in error mode',
    routes: chain,
    calls: [chained({ redirect: 'error' })],
    shows: [
      // A client may repeat what failed, but never follows.
      [{ kind: 'requests', at: '{home}/2' }, '0'],
      [settled(), 'error'],
    ],
    otherwise: 'does not throw on a redirect',
  },
  'max-redirects': {
    title: 'A limit of one redirect',
    routes: chain,
    calls: [chained({ maxRedirects: 1 })],
    shows: [[{ kind: 'requests' }, '1', '2', '3']],
    otherwise: 'follows three redirects where one is allowed',
    isShownAnyway: true,
  },
  'throw-at-limit': {
    title: 'An error at a limit of one redirect',
    routes: chain,
    calls: [chained({ maxRedirects: 1, throwAtLimit: true })],
    shows: [[settled(), 'error']],
    otherwise: 'does not throw at the limit',
    isShownAnyway: true,
  },
  proxy: {
    title: 'Two exchanges through a proxy, and one without',
    routes: { [here]: ok, [hereByTls]: ok, '{other}/here': ok },
    calls: [get({ proxy: byProxy }), get({ url: hereByTls, proxy: byProxy }), get({ url: '{other}/here', proxy: byProxy })],
    shows: [
      [{ kind: 'route', at: here }, 'via proxy', 'via proxy, by tunnel'],
      [{ kind: 'route', at: hereByTls }, 'via proxy', 'via proxy, by tunnel'],
      [{ kind: 'route', at: '{other}/here' }, 'direct'],
    ],
    otherwise: 'does not send the right requests through it',
  },
  'http-proxy-only': {
    title: 'A proxy for http URLs alone',
    routes: { [here]: ok, [hereByTls]: ok },
    calls: [get({ proxy: { http: { at: 'proxy' } } }), get({ url: hereByTls, proxy: { http: { at: 'proxy' } } })],
    shows: [
      [{ kind: 'route', at: here }, 'via proxy', 'via proxy, by tunnel'],
      [{ kind: 'route', at: hereByTls }, 'direct'],
    ],
    otherwise: 'does not send http requests through it, or https requests directly',
  },
  'socks-proxy': {
    title: 'An exchange through a SOCKS5 proxy',
    routes: { [here]: ok },
    calls: [get({ socksProxy: { at: 'socks-proxy' } })],
    shows: [[{ kind: 'route', at: here }, 'via socks-proxy', 'via socks-proxy, by tunnel']],
    otherwise: 'does not open the connection through it',
  },
  'unix-socket': {
    title: 'An exchange through a unix socket',
    routes: { '{socket}/here': ok },
    calls: [get({ url: '{socket}/here', unixSocket: 'socket' })],
    shows: [arrived, [requestAt('{socket}/here'), 'GET, no body']],
    otherwise: 'does not connect to the socket',
  },
  'client-certificate': {
    title: 'An exchange by TLS with a certificate of the caller',
    routes: { [hereByTls]: ok },
    calls: [get({ url: hereByTls, clientCertificate: true })],
    shows: [[{ kind: 'client-certificate', at: hereByTls }, 'sent']],
    otherwise: 'does not send the certificate',
  },
  http2: {
    title: 'A plain exchange over HTTP/2',
    routes: { '{h2}/here': ok },
    calls: [post({ url: '{h2}/here', body: 'hallå', http2: true })],
    shows: [
      arrived,
      [{ kind: 'protocol', at: '{h2}/here' }, 'HTTP/2'],
      [requestAt('{h2}/here'), 'POST, same body'],
      [{ kind: 'response-body', from: '{h2}/here' }, 'same bytes'],
    ],
    otherwise: 'does not speak HTTP/2 with a server that offers it',
  },
  form: {
    title: 'A FormData, URLSearchParams and a Blob',
    routes: { [here]: ok },
    calls: [
      post({ form: { as: 'multipart', fields: [['name', 'Ada']] } }),
      post({ form: { as: 'urlencoded', fields: [['name', 'Ada']] } }),
      post({ form: { as: 'blob', type: 'text/plain', text: 'Ada' } }),
    ],
    shows: [[{ kind: 'requests', at: here }, '3']],
    wrongIn: bodiesHold(
      /^--[^]*name="?name"?\r\n[^]*\r\n\r\nAda\r\n--|^--[^]*name="?name"?\r\n\r\nAda\r\n--/,
      /^name=Ada$/,
      /^Ada$/,
    ),
    otherwise: 'does not send them as a form',
  },
  'sensitive-headers': {
    title: 'A field that the caller marks as sensitive, within the origin and to another host',
    routes: {
      [here]: { status: 302, location: next },
      [next]: { status: 302, location: '{other}/here' },
      '{other}/here': ok,
    },
    calls: [get({ headers: [['X-Tenant-Token', 'opensesame']], sensitiveHeaders: ['x-tenant-token'] })],
    shows: [
      [field('X-Tenant-Token'), 'opensesame'],
      [field('X-Tenant-Token', '{other}/here'), 'absent'],
    ],
    otherwise: 'sends a field to another host that the caller marks as sensitive',
  },
  'header-shape': {
    ...shaped('object', 'map', 'headers'),
    otherwise: 'does not send fields that are passed in another form',
  },
  'header-pairs': { ...shaped('pairs'), otherwise: 'does not send fields that are passed as pairs' },
  'header-list': { ...shaped('list'), otherwise: 'does not send fields that are passed as one flat list' },
  'on-redirect': {
    title: 'A function of the caller that is called before a redirect is followed',
    routes: { [here]: { status: 302, location: next }, [next]: ok },
    calls: [get({ onRedirect: { add: [['X-Added', 'by-hook']] } })],
    shows: [
      [{ kind: 'told' }, '302 {home}/here'],
      [field('X-Added', next), 'by-hook'],
    ],
    otherwise: 'does not call the function with status and URL of the redirect, or leaves out the fields that it returns',
  },
  'rewrite-methods': {
    title: 'POST answered by 302, with and without the option that makes it GET',
    routes: {
      [here]: { status: 302, location: next },
      [next]: ok,
      '{home}/keep': { status: 302, location: '{home}/kept' },
      '{home}/kept': ok,
    },
    calls: [post({ body: 'hallå', rewriteMethods: true }), post({ url: '{home}/keep', body: 'hallå', rewriteMethods: false })],
    shows: [
      [requestAt(next), 'GET, no body'],
      [requestAt('{home}/kept'), 'POST, same body'],
    ],
    otherwise: 'does not let the caller choose whether a 302 turns POST into GET',
  },
  'max-bytes': {
    title: 'At most 1000 bytes in a response, of 4 kB and of less',
    routes: { [here]: { status: 200, body: large }, [next]: ok },
    calls: [get({ maxBytes: 1000 }), get({ url: next, maxBytes: 1000 })],
    shows: [
      [settled(), 'error'],
      [outcome(2), 'returned 200'],
    ],
    otherwise: 'returns a longer body, or no body at all',
  },
  'max-request-bytes': {
    title: 'At most 1000 bytes in a request, of 4 kB and of less',
    routes: { [here]: ok, [next]: ok },
    calls: [post({ body: large, maxRequestBytes: 1000 }), post({ url: next, body: 'hallå', maxRequestBytes: 1000 })],
    shows: [
      [settled(), 'error'],
      [outcome(2), 'returned 200'],
    ],
    otherwise: 'sends a longer body, or no body at all',
  },
  abort: {
    title: 'A call that the caller aborts while the server does not answer',
    routes: { [here]: { raw: '' } },
    calls: [get({ abort: { on: { request: here } } })],
    shows: [[outcome(), 'error: aborted']],
    otherwise: 'does not end the call with an error that says it was aborted',
  },
  'event-source': {
    title: 'An EventSource',
    routes: { [here]: { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: hello\n\n' } },
    calls: [get({ through: 'event-source' })],
    shows: [arrived, [field('Accept'), 'text/event-stream']],
    otherwise: 'does not return the first message of an EventSource',
  },
  websocket: {
    title: 'The opening handshake of a WebSocket',
    routes: { [here]: { status: 404 } },
    calls: [get({ through: 'websocket' })],
    shows: [[field('Upgrade'), 'websocket']],
    otherwise: 'does not open a WebSocket',
  },
  'event-source-headers': {
    title: 'An EventSource with a field of the caller',
    routes: { [here]: { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: hello\n\n' } },
    calls: [get({ through: 'event-source', headers: [['X-Trace', 'opened']] })],
    shows: [arrived, [field('Accept'), 'text/event-stream'], [field('X-Trace'), 'opened']],
    otherwise: 'does not send a field of the caller with an EventSource',
  },
  'websocket-headers': {
    title: 'The opening handshake of a WebSocket with a field of the caller',
    routes: { [here]: { status: 404 } },
    calls: [get({ through: 'websocket', headers: [['X-Trace', 'opened']] })],
    shows: [
      [field('Upgrade'), 'websocket'],
      [field('X-Trace'), 'opened'],
    ],
    otherwise: 'does not send a field of the caller with a WebSocket',
  },
  s3: {
    title: 'A GetObject without any redirect',
    routes: { '{s3}/here': ok },
    calls: [get({ url: '{s3}/here', through: 's3' })],
    shows: [arrived, [requestAt('{s3}/here'), 'GET, no body'], [{ kind: 'response-body', from: '{s3}/here' }, 'same bytes']],
    otherwise: 'fails a GetObject without any redirect',
    isShownAnyway: true,
  },
  page: {
    title: 'A fetch of a page',
    routes: { [here]: ok },
    calls: [get({ page: {} })],
    shows: [arrived, [{ kind: 'response-header', name: 'Response-Type' }, 'basic']],
    otherwise: 'does not tell the type of a response',
  },
  navigation: {
    title: 'A link of a page',
    routes: { [hereByTls]: ok },
    calls: [get({ url: hereByTls, through: 'navigation' })],
    shows: [arrived, [field('Sec-Fetch-Mode', hereByTls), 'navigate']],
    otherwise: 'does not go to the URL',
  },
  beacon: {
    title: 'A beacon',
    routes: { [here]: ok },
    calls: [post({ headers: [['Content-Type', 'text/plain']], body: 'left', through: 'beacon' })],
    shows: [
      [outcome(), 'returned 0'],
      [requestAt(here), 'POST, same body'],
    ],
    otherwise: 'does not send the body of a beacon',
  },
  'csp-report': {
    title: 'A report of a violated Content-Security-Policy',
    routes: { [here]: ok },
    calls: [{ method: 'POST', url: here, through: 'csp-report' }],
    shows: [
      [outcome(), 'returned 0'],
      [field('Content-Type'), 'application/csp-report'],
    ],
    otherwise: 'does not send a report',
  },
  'callers-objects': {
    title: 'The objects of the caller go through `given`',
    routes: { [here]: ok },
    calls: [get()],
    shows: [arrived],
    wrongIn: objectsAreGiven,
    otherwise: 'does not pass them through `given`',
  },
  'fetch-response': {
    title: 'A Response with its URL, after a redirect',
    routes: { [here]: { status: 302, location: next }, [next]: ok },
    calls: [get()],
    shows: [
      [{ kind: 'final-url' }, '{home}/next'],
      [{ kind: 'redirected' }, 'true'],
    ],
    otherwise: 'does not report `url` and `redirected`',
    isShownAnyway: true,
  },
  'cookie-jar': {
    title: 'Two calls with one jar',
    routes: { [here]: { status: 200, headers: [['Set-Cookie', 'flavour=oat']] }, [next]: ok },
    calls: [get(), get({ url: next })],
    shows: [[field('Cookie', next), 'flavour=oat']],
    otherwise: 'does not send back a cookie that was set',
  },
  cache: {
    title: 'Two calls for an answer that is fresh for an hour',
    routes: { [here]: { status: 200, headers: [['Cache-Control', 'public, max-age=3600']], body: 'fresh' } },
    calls: [get(), get()],
    shows: [
      [{ kind: 'requests' }, '1'],
      [outcome(2), 'returned 200'],
    ],
    otherwise: 'requests a fresh answer again',
  },
  agent: {
    title: 'Two calls with one connection to the origin',
    routes: { [here]: ok, [next]: ok },
    calls: [get(), get({ url: next })],
    shows: [
      [outcome(), 'returned 200'],
      [outcome(2), 'returned 200'],
      [{ kind: 'connections', to: 'home' }, '1'],
    ],
    otherwise: 'opens more than one connection to an origin',
    isShownAnyway: true,
  },
};

/** The probe of a capability. */
export interface CapabilityProbe extends ControlProbe {
  readonly capability: Capability;
  /** What an adapter does that declares it wrongly. */
  readonly otherwise: string;
  /** Whether a client that shows it must have it. */
  readonly isTelling: boolean;
}

function toProbe(capability: Capability): CapabilityProbe {
  const { shows, otherwise, wrongIn, isShownAnyway, title, routes, calls } = proofs[capability];
  const scenario: Scenario = {
    id: `control/${capability}`,
    title,
    // Without an option of a call that asks for it, a scenario says that it needs it.
    ...(!('option' in capabilities[capability]) && { needs: [capability] }),
    routes,
    calls,
    checks: reading(...shows.map(([fact]) => fact)),
  };
  return {
    capability,
    scenario,
    expected: Object.fromEntries(shows.map(([fact, ...accepted]) => [nameOfFact(fact), accepted])),
    ...(wrongIn && { wrongIn }),
    complaint: `declares ${capability}, but ${otherwise}`,
    otherwise,
    isTelling: !isShownAnyway,
  };
}

/** What a client must show that does what it declares, for every capability. */
export const capabilityProbes: readonly CapabilityProbe[] = capabilityNames.map(toProbe);
