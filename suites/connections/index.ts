import type { Suite } from '../vocabulary/scenario.ts';
import { addressScenarios, socketScenarios } from './addresses.ts';
import { keptAgents } from './agents.ts';
import { brokenConnections } from './broken.ts';
import { exits } from './exits.ts';
import { manyRequests } from './many.ts';
import { misdirectedRequests } from './misdirected.ts';
import { singleConnection } from './pool.ts';
import { reusedConnections } from './reuse.ts';

export const connectionsSuite: Suite = {
  id: 'connections',
  title: 'Connections',
  scenarios: [
    ...reusedConnections,
    ...singleConnection,
    ...keptAgents,
    ...manyRequests,
    ...exits,
    ...addressScenarios,
    ...socketScenarios,
    ...brokenConnections,
    ...misdirectedRequests,
  ],
};
