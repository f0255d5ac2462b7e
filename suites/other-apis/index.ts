import type { Suite } from '../vocabulary/scenario.ts';
import { eventSources } from './event-sources.ts';
import { webSocketHandshakes } from './websockets.ts';

export const otherApisSuite: Suite = {
  id: 'other-apis',
  title: 'EventSource and WebSocket',
  scenarios: [...eventSources, ...webSocketHandshakes],
};
