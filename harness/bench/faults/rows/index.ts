import type { FaultRow } from '../known-fault.ts';
import { faultsOfAxios } from './axios.ts';
import { faultsOfFollowRedirects } from './follow-redirects.ts';
import { faultsOfGot } from './got.ts';
import { faultsOfNodeFetch } from './node-fetch.ts';
import { faultsOfOtherClients } from './other-clients.ts';
import { faultsOfSuperagent } from './superagent.ts';
import { faultsOfUndici } from './undici.ts';

/** Every row of the benchmark. */
export const knownFaults: readonly FaultRow[] = [
  ...faultsOfFollowRedirects,
  ...faultsOfNodeFetch,
  ...faultsOfOtherClients,
  ...faultsOfUndici,
  ...faultsOfSuperagent,
  ...faultsOfGot,
  ...faultsOfAxios,
];
