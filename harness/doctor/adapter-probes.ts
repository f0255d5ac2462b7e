import type { Answer, Routes } from '../../suites/vocabulary/answer.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import { type Fact, nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { PathPlace } from '../../suites/vocabulary/origin.ts';
import { type Probe, reading } from '../run/probe.ts';

/** What every adapter must show, whatever its client does about redirects. */
interface Row extends Pick<Probe, 'wrongIn'> {
  readonly name: string;
  readonly title: string;
  readonly routes: Routes;
  readonly calls: readonly Call[];
  /** Each fact with the accepted findings. */
  readonly shows: readonly (readonly [fact: Fact, ...accepted: string[]])[];
  readonly remedy: string;
  /** Whether something else may be the decision of the client, so that it is no lie of the adapter. */
  readonly isHint?: true;
}

const here: PathPlace = '{home}/here';
const next: PathPlace = '{home}/next';

/** Every byte that there is. */
const everyByte = { base64: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('base64') } as const;

const get = (url: PathPlace = here): Call => ({ method: 'GET', url });
const post = (method = 'POST', url: PathPlace = here): Call => ({ method, url, body: everyByte });

const settles = (...accepted: readonly string[]): Row['shows'][number] => [{ kind: 'outcome' }, ...accepted];

const fields: HeaderFields = [
  ['X-Probe-B', 'second letter, first field'],
  ['X-Probe-A', 'a, b;c="d"'],
  ['x-probe-c', 'third'],
];

const probeFields = ({ headers }: Observation['requests'][number]): HeaderFields =>
  headers.filter(([name]) => /^x-probe-/i.test(name)).map(([name, value]) => [name.toLowerCase(), value]);

const inOneLine = (list: HeaderFields): string => list.map(([name, value]) => `${name}: ${value}`).join(', ') || 'no field';

const sent: HeaderFields = fields.map(([name, value]) => [name.toLowerCase(), value]);

/** What is wrong with the fields that arrived, in any order or in that of the caller. */
const fieldsArrive =
  (order: (list: HeaderFields) => HeaderFields) =>
  ({ requests: [request] }: Observation): string | undefined => {
    const arrived = request ? probeFields(request) : [];
    return inOneLine(order(arrived)) === inOneLine(order(sent)) ? undefined : `arrived: ${inOneLine(arrived)}`;
  };

const sorted = (list: HeaderFields): HeaderFields => list.toSorted(([a], [b]) => (a < b ? -1 : 1));

const withCookies: Answer = {
  status: 200,
  headers: [
    ['Set-Cookie', 'a=1; Path=/'],
    ['Set-Cookie', 'b=2; Path=/'],
    ['X-Probe', 'kept'],
  ],
};

const mapped: readonly PathPlace[] = ['{home}/here', '{home-8080}/here', '{other}/here', '{home-tls}/here', '{dual-tls}/here'];

const rows: readonly Row[] = [
  ...['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method): Row => ({
    name: `method/${method}`,
    title: `${method} arrives as ${method}`,
    routes: { [here]: { status: 200 } },
    calls: [{ method, url: here }],
    shows: [settles('returned 200'), [{ kind: 'request', at: here }, `${method}, no body`]],
    remedy: 'pass `method` to the client unchanged; if the client cannot send it, list the methods that it can send in `methods`',
  })),
  {
    name: 'body',
    title: 'Every byte of a body arrives, and comes back',
    routes: { [here]: { status: 200, body: everyByte } },
    calls: [post()],
    shows: [
      settles('returned 200'),
      [{ kind: 'request', at: here }, 'POST, same body'],
      [{ kind: 'response-body', from: here }, 'same bytes'],
    ],
    remedy: 'pass `body` and return the body of the response as bytes; a text loses what is not UTF-8',
  },
  {
    name: 'fields',
    title: 'The fields of the caller arrive with their values',
    routes: { [here]: { status: 200 } },
    calls: [{ ...get(), headers: fields }],
    shows: [settles('returned 200')],
    wrongIn: fieldsArrive(sorted),
    remedy: 'pass every pair of `headers` to the client',
  },
  {
    name: 'fields-in-order',
    title: 'They arrive in the order of the caller',
    routes: { [here]: { status: 200 } },
    calls: [{ ...get(), headers: fields }],
    shows: [settles('returned 200')],
    wrongIn: fieldsArrive((list) => list),
    remedy: 'nothing, if it is the client that sorts them',
    isHint: true,
  },
  {
    name: 'response-fields',
    title: 'Fields of the response come back',
    routes: { [here]: withCookies },
    calls: [get()],
    shows: [
      [{ kind: 'response-header', name: 'X-Probe' }, 'kept'],
      [{ kind: 'response-header', name: 'Set-Cookie' }, 'a=1; Path=/ | b=2; Path=/', 'a=1; Path=/, b=2; Path=/'],
    ],
    remedy: 'return all fields of the response as pairs',
  },
  {
    name: 'response-fields-apart',
    title: 'Two fields of one name come back as two',
    routes: { [here]: withCookies },
    calls: [get()],
    shows: [[{ kind: 'response-header', name: 'Set-Cookie' }, 'a=1; Path=/ | b=2; Path=/']],
    remedy: 'if the client hands out lists, return one pair for each value; nothing, if it is the client that joins them',
    isHint: true,
  },
  ...[204, 404, 501].map((status): Row => ({
    name: `status/${status}`,
    title: `${status} is returned as ${status}`,
    routes: { [here]: { status } },
    calls: [get()],
    shows: [settles(`returned ${status}`)],
    remedy: 'return every status as a response, with the option of the client for it, or from its error',
  })),
  {
    name: 'final-url',
    title: 'The final URL is the one that answered',
    routes: { [here]: { status: 302, location: next }, [next]: { status: 200 } },
    calls: [get()],
    shows: [[{ kind: 'final-url' }, '{home}/next', 'the client does not report a final URL']],
    remedy: 'return as `url` what the client reports, or leave it out; never the URL of the request',
  },
  {
    name: 'redirected',
    title: 'It is redirected after a redirect, and only then',
    routes: { [here]: { status: 302, location: next }, [next]: { status: 200 } },
    calls: [get(), get(next)],
    shows: [
      [{ kind: 'redirected' }, 'true', 'the client does not report whether it was redirected'],
      [{ kind: 'redirected', call: 2 }, 'false', 'the client does not report whether it was redirected'],
    ],
    remedy: 'return as `redirected` what the client reports, or leave it out',
  },
  {
    name: 'history',
    title: 'The history has each redirect, with the URL that answered with it',
    routes: { [here]: { status: 302, location: next }, [next]: { status: 200 } },
    calls: [get()],
    shows: [[{ kind: 'history' }, '302 {home}/here', 'the client reports no history']],
    remedy: 'return as `history` what the client reports, one entry for each redirect, or leave it out',
  },
  {
    name: 'error/connection',
    title: 'A refused connection is an error of the class connection',
    routes: {},
    calls: [get('{closed}/here')],
    shows: [settles('error: connection')],
    remedy: 'throw what the client throws; if its class is wrong, say so: `errors: { connection: (error) => … }`',
  },
  {
    name: 'error/tls',
    title: 'A certificate of another issuer is an error of the class tls',
    routes: { '{untrusted}/here': { status: 200 } },
    calls: [get('{untrusted}/here')],
    shows: [settles('error: tls')],
    remedy:
      'trust the certificate `ca` and no other, and never switch the verification off; if only its class is wrong, say so: `errors: { tls: (error) => … }`',
  },
  {
    name: 'mapped',
    title: 'Names, ports and certificates are mapped below the client',
    routes: Object.fromEntries(mapped.map((place) => [place, { status: 200 }])),
    calls: mapped.map((place) => get(place)),
    shows: mapped.flatMap((at, index): Row['shows'] => [
      [{ kind: 'outcome', ...(index > 0 && { call: index + 1 }) }, 'returned 200'],
      [{ kind: 'request', at }, 'GET, no body'],
    ]),
    remedy: 'give the client the URL unchanged, and connect by the addresses in `names` below it (docs/protocol.md)',
  },
  {
    name: 'nothing-else',
    title: 'Nothing else is tried to reach',
    routes: { [here]: { status: 200 } },
    calls: [get(), get()],
    shows: [[{ kind: 'requests' }, '2']],
    wrongIn: ({ blocked }) => (blocked.length > 0 ? `it tried ${blocked.join(', ')}` : undefined),
    remedy: 'switch off what the adapter or the client does on its own: a proxy, telemetry, a check for updates, a retry',
  },
  {
    name: 'elsewhere',
    title: 'An address outside the scenario is refused and reported',
    routes: { [here]: { status: 302, headers: [['Location', 'http://elsewhere.invalid/']] } },
    calls: [get()],
    shows: [settles('error: blocked-address')],
    wrongIn: ({ blocked }) => (blocked.length > 0 ? undefined : 'no address was reported'),
    remedy: 'refuse every address that is not in `names`, and send `{"blocked":"host:port"}` (docs/protocol.md)',
  },
];

/** A probe that every adapter has to pass. */
export interface AdapterProbe extends Probe, Pick<Row, 'name' | 'title' | 'remedy' | 'isHint'> {}

const toProbe = ({ routes, calls, shows, ...row }: Row): AdapterProbe => ({
  ...row,
  scenario: {
    id: `control/${row.name.replaceAll('/', '-').toLowerCase()}`,
    title: row.title,
    routes,
    calls,
    checks: reading(...shows.map(([fact]) => fact)),
  },
  expected: Object.fromEntries(shows.map(([fact, ...accepted]) => [nameOfFact(fact), accepted])),
});

/** What every adapter must show before a verdict on its client means anything. */
export const adapterProbes: readonly AdapterProbe[] = rows.map(toProbe);
