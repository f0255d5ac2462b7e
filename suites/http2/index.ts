import type { Suite } from '../vocabulary/scenario.ts';
import { again } from './again.ts';
import { mixed } from './mixed.ts';
import { streams } from './streams.ts';

export const http2: Suite = {
  id: 'http2',
  title: 'HTTP/2',
  scenarios: [...again, ...mixed, ...streams],
};
