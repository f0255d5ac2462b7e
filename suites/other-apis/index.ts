import type { Suite } from '../vocabulary/scenario.ts';
import { eventSources } from './event-sources.ts';
import { websockets } from './websockets.ts';

export const otherApis: Suite = {
  id: 'other-apis',
  title: 'EventSource and WebSocket',
  scenarios: [...eventSources, ...websockets],
};
