import { modulePath } from '../installation.ts';

export interface BundledClient {
  /** `package[/flavour]`, the id of its column. */
  readonly id: string;
  readonly module: string;
  /** Whether there is a column of it under MSW. */
  readonly msw: boolean;
}

const adapter = (name: string): string => modulePath(`harness/clients/${name}`);

/** The clients that are part of the project, in the order of the matrix. */
export const bundledClients: readonly BundledClient[] = [
  { id: 'undici/fetch', module: adapter('undici-fetch'), msw: true },
  { id: 'undici/request', module: adapter('undici-request'), msw: false },
  { id: 'node/fetch', module: adapter('node-builtin'), msw: true },
  { id: 'node-fetch', module: adapter('node-fetch'), msw: true },
  { id: 'axios', module: adapter('axios'), msw: true },
  { id: 'got', module: adapter('got'), msw: true },
];
