import { modulePath } from '../installation.ts';
import { ruleBookNames } from '../policy/rule-books.ts';

export interface BundledClient {
  /** `package[/flavour][+configuration]`, the id of its column. */
  readonly id: string;
  readonly module: string;
  /** Whether there is a column of it under MSW. */
  readonly msw: boolean;
  /** The packages that it needs, the client itself first; none for what is built in. */
  readonly packages: readonly string[];
  /** The first version that its adapter can drive. */
  readonly since?: string;
}

const adapter = (name: string): string => modulePath(`harness/clients/${name}`);

/** The clients that are part of the project, in the order of the matrix. */
export const bundledClients: readonly BundledClient[] = [
  { id: 'undici/fetch', module: adapter('undici-fetch'), msw: true, packages: ['undici'] },
  { id: 'undici/request', module: adapter('undici-request'), msw: false, packages: ['undici'] },
  { id: 'node/fetch', module: adapter('node-builtin'), msw: true, packages: [] },
  { id: 'node-fetch', module: adapter('node-fetch'), msw: true, packages: ['node-fetch'] },
  { id: 'axios', module: adapter('axios'), msw: true, packages: ['axios'] },
  { id: 'got', module: adapter('got'), msw: true, packages: ['got', 'tough-cookie'] },
  { id: 'aws-sdk/s3', module: adapter('aws-sdk-s3'), msw: false, packages: ['@aws-sdk/client-s3'] },
  {
    id: 'aws-sdk/s3+follow-region-redirects',
    module: adapter('aws-sdk-s3-region-redirects'),
    msw: false,
    packages: ['@aws-sdk/client-s3'],
  },
  { id: 'chromium/navigation', module: adapter('chromium-navigation'), msw: false, packages: ['playwright-core'] },
  { id: 'chromium/fetch', module: adapter('chromium-fetch'), msw: false, packages: ['playwright-core'] },
];

/** A client by each rule book. They run if they are named: nobody sends requests with them, so they have no place in the matrix. */
const policyClients: readonly BundledClient[] = ruleBookNames.map((name) => ({
  id: `policy/${name}`,
  module: adapter(`policy-${name}`),
  msw: false,
  packages: [],
}));

/** Every client that can be named, also those that `all` leaves out. */
export const namedClients: readonly BundledClient[] = [...bundledClients, ...policyClients];
