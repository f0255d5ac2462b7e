import type { Suite } from '../vocabulary/scenario.ts';
import { broken } from './broken.ts';
import { exits } from './exits.ts';
import { many } from './many.ts';
import { pool } from './pool.ts';
import { reuse } from './reuse.ts';

export const connections: Suite = {
  id: 'connections',
  title: 'Connections',
  scenarios: [...reuse, ...pool, ...many, ...exits, ...broken],
};
