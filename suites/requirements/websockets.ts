import { defineRequirements } from './define.ts';

/** The opening handshake of a WebSocket. */
export const websocketsStandard = defineRequirements(
  {
    authority: 'fetch',
    source: 'WebSockets Standard',
    url: () => 'https://websockets.spec.whatwg.org/#concept-websocket-establish',
  },
  {
    'websockets/handshake-refuses-redirects': {
      section: 'Establish a WebSocket connection',
      level: 'definition',
      statement: 'The opening handshake uses redirect mode error.',
    },
  },
);
