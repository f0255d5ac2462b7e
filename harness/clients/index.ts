import type { Mock } from '../../suites/vocabulary/mock.ts';
import { modulePath } from '../installation.ts';
import { installedBrowsers, missingFor } from '../browser/find-browser.ts';
import { ruleBookNames } from '../policy/rule-books.ts';

export interface BundledClient {
  /** `package[/flavour][+configuration]`, the id of its column. */
  readonly id: string;
  readonly module: string;
  /** The mocks under which there is a column of it. */
  readonly mocks: readonly Mock[];
  /** The packages that it needs, the client itself first; none for what is built in. */
  readonly packages: readonly string[];
  /** For a program of the machine, which has no releases of a package: what the machine lacks for it, and how to bring that. */
  readonly missing?: () => string | undefined;
  /** The first version that its adapter can drive. */
  readonly since?: string;
}

const adapter = (name: string): string => modulePath(`harness/clients/${name}`);

/** What a developer runs, in the order of the matrix. */
export const everydayClients: readonly BundledClient[] = [
  { id: 'undici/fetch', module: adapter('undici-fetch'), mocks: ['msw', 'mock-agent'], packages: ['undici'], since: '5.0.0' },
  { id: 'undici/request', module: adapter('undici-request'), mocks: ['mock-agent'], packages: ['undici'], since: '4.0.0' },
  { id: 'node/fetch', module: adapter('node-builtin'), mocks: ['msw', 'mock-agent'], packages: [] },
  { id: 'node-fetch', module: adapter('node-fetch'), mocks: ['msw', 'nock'], packages: ['node-fetch'], since: '2.0.0' },
  { id: 'axios', module: adapter('axios'), mocks: ['msw', 'nock'], packages: ['axios'], since: '0.19.0' },
  { id: 'got', module: adapter('got'), mocks: ['msw', 'nock'], packages: ['got', 'tough-cookie'], since: '11.0.0' },
  { id: 'aws-sdk/s3', module: adapter('aws-sdk-s3'), mocks: [], packages: ['@aws-sdk/client-s3'] },
  {
    id: 'aws-sdk/s3+follow-region-redirects',
    module: adapter('aws-sdk-s3-region-redirects'),
    mocks: [],
    packages: ['@aws-sdk/client-s3'],
  },
];

/** What CI and the report run too. They double the time of a run. */
export const furtherClients: readonly BundledClient[] = [
  {
    id: 'undici/fetch+cache+cookies',
    module: adapter('undici-fetch-cache-cookies'),
    mocks: [],
    packages: ['undici', 'http-cookie-agent', 'tough-cookie'],
    since: '8.0.0',
  },
  {
    id: 'undici/request+throw-on-max-redirect',
    module: adapter('undici-request-throw-on-max-redirect'),
    mocks: [],
    packages: ['undici'],
    since: '5.0.0',
  },
  { id: 'node/https', module: adapter('node-https'), mocks: [], packages: [] },
  { id: 'axios/fetch', module: adapter('axios-fetch'), mocks: [], packages: ['axios'], since: '1.7.0' },
  { id: 'axios+own-loop', module: adapter('axios-own-loop'), mocks: [], packages: ['axios'], since: '0.19.0' },
  {
    id: 'got+method-rewriting',
    module: adapter('got-method-rewriting'),
    mocks: [],
    packages: ['got', 'tough-cookie'],
    since: '11.0.0',
  },
  { id: 'got+http2', module: adapter('got-http2'), mocks: [], packages: ['got', 'tough-cookie'], since: '16.0.0' },
  { id: 'ky', module: adapter('ky'), mocks: [], packages: ['ky'] },
  { id: 'ofetch', module: adapter('ofetch'), mocks: [], packages: ['ofetch'] },
  { id: 'wretch', module: adapter('wretch'), mocks: [], packages: ['wretch'] },
  { id: 'superagent', module: adapter('superagent'), mocks: ['nock'], packages: ['superagent'] },
  { id: 'follow-redirects', module: adapter('follow-redirects'), mocks: ['nock'], packages: ['follow-redirects'] },
  { id: 'make-fetch-happen', module: adapter('make-fetch-happen'), mocks: ['nock'], packages: ['make-fetch-happen'] },
  { id: 'needle', module: adapter('needle'), mocks: ['nock'], packages: ['needle'] },
  { id: 'needle+follow-max', module: adapter('needle-follow-max'), mocks: [], packages: ['needle'] },
];

/**
 * Clients whose packages this project does not have: they run in a release that is named, or where a project of the user has
 * them. They have no lists of known deviations.
 */
const clientsOnDemand: readonly BundledClient[] = [
  { id: 'follow-redirects+absolute-urls', packages: ['follow-redirects'] },
  { id: 'superagent+auth-auto', packages: ['superagent'] },
  { id: 'undici/request+cache-above-redirects', packages: ['undici'], since: '7.0.0' },
  { id: 'undici/request+dns', packages: ['undici'], since: '7.0.0' },
  { id: 'undici/request+dns-above-redirects', packages: ['undici'], since: '7.0.0' },
  { id: 'actions-http-client', packages: ['@actions/http-client'] },
  { id: 'cross-fetch', packages: ['cross-fetch'], since: '3.0.0' },
  { id: 'cypress-request', packages: ['@cypress/request'] },
  { id: 'eventsource', packages: ['eventsource'], since: '1.0.0' },
  { id: 'fetch-cookie', packages: ['fetch-cookie', 'node-fetch'], since: '1.0.0' },
  { id: 'hapi-wreck', packages: ['@hapi/wreck'], since: '15.0.0' },
  { id: 'minipass-fetch', packages: ['minipass-fetch'] },
  { id: 'mswjs-interceptors', packages: ['@mswjs/interceptors'], since: '0.35.0' },
  { id: 'phin', packages: ['phin'], since: '3.0.0' },
  { id: 'request', packages: ['request'] },
  { id: 'simple-get', packages: ['simple-get'], since: '2.0.0' },
  { id: 'urllib', packages: ['urllib'], since: '2.0.0' },
  { id: 'ws', packages: ['ws'], since: '8.0.0' },
].map((client) => ({ ...client, module: adapter(client.id.replaceAll(/[/+]/g, '-')), mocks: [] }));

/** What the report runs too, where the machine has these browsers. */
const browserClients: readonly BundledClient[] = installedBrowsers.flatMap((browser) =>
  (['fetch', 'navigation'] as const).map((api) => ({
    id: `${browser.name.toLowerCase()}/${api}`,
    module: adapter(`${browser.name.toLowerCase()}-${api}`),
    mocks: [],
    packages: browser.drivenBy,
    missing: () => missingFor(browser),
  })),
);

/** The clients that are part of the project. */
export const bundledClients: readonly BundledClient[] = [...everydayClients, ...furtherClients, ...browserClients];

/** A client by each rule book. They run if they are named: nobody sends requests with them, so they have no place in the matrix. */
const policyClients: readonly BundledClient[] = ruleBookNames.map((name) => ({
  id: `policy/${name}`,
  module: adapter(`policy-${name}`),
  mocks: [],
  packages: [],
}));

/** Those of these clients that this machine cannot run, each with what it lacks. */
export const absentClients = (clients: readonly BundledClient[]): readonly { readonly id: string; readonly because: string }[] =>
  clients.flatMap(({ id, missing }) => {
    const because = missing?.();
    return because === undefined ? [] : { id, because };
  });

/** Every client that can be named, also those that `all` leaves out. */
export const namedClients: readonly BundledClient[] = [...bundledClients, ...clientsOnDemand, ...policyClients];
