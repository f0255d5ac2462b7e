import { join } from 'node:path';

export interface BundledClient {
  /** `package[/flavour]`, the id of its column. */
  readonly id: string;
  readonly module: string;
  /** Whether there is a column of it under MSW. */
  readonly msw: boolean;
}

const module = (file: string): string => join(import.meta.dirname, file);

/** The clients that are part of the project, in the order of the matrix. */
export const bundledClients: readonly BundledClient[] = [
  { id: 'undici/fetch', module: module('undici-fetch.ts'), msw: true },
  { id: 'undici/request', module: module('undici-request.ts'), msw: false },
  { id: 'node/fetch', module: module('node-builtin.ts'), msw: true },
  { id: 'node-fetch', module: module('node-fetch.ts'), msw: true },
  { id: 'axios', module: module('axios.ts'), msw: true },
  { id: 'got', module: module('got.ts'), msw: true },
];
