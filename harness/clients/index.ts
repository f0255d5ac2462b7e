import { modulePath } from '../installation.ts';
import { missingForChromium } from '../browser/find-chromium.ts';
import { ruleBookNames } from '../policy/rule-books.ts';

export interface BundledClient {
  /** `package[/flavour][+configuration]`, the id of its column. */
  readonly id: string;
  readonly module: string;
  /** Whether there is a column of it under MSW. */
  readonly msw: boolean;
  /** The packages that it needs, the client itself first; none for what is built in. */
  readonly packages: readonly string[];
  /** For a program of the machine, which has no releases of a package: what the machine lacks for it, and how to bring that. */
  readonly missing?: () => string | undefined;
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
  ...(['fetch', 'navigation'] as const).map((api) => ({
    id: `chromium/${api}`,
    module: adapter(`chromium-${api}`),
    msw: false,
    packages: ['playwright-core'],
    missing: missingForChromium,
  })),
];

/** A client by each rule book. They run if they are named: nobody sends requests with them, so they have no place in the matrix. */
const policyClients: readonly BundledClient[] = ruleBookNames.map((name) => ({
  id: `policy/${name}`,
  module: adapter(`policy-${name}`),
  msw: false,
  packages: [],
}));

/** The clients in the matrix that this machine cannot run, each with what it lacks. */
export const absentClients = (): readonly { readonly id: string; readonly because: string }[] =>
  bundledClients.flatMap(({ id, missing }) => {
    const because = missing?.();
    return because === undefined ? [] : { id, because };
  });

/** Every client that can be named, also those that `all` leaves out. */
export const namedClients: readonly BundledClient[] = [...bundledClients, ...policyClients];
