import { defineRequirements } from './define.ts';

/** The WebSocket Protocol. */
export const rfc6455 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 6455',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc6455.html#section-${section}`,
  },
  {
    'rfc6455/handshake-may-follow': {
      section: '4.1',
      level: 'MAY',
      statement: 'A client handles an answer other than 101 as HTTP does; it is not required to follow a redirect, but may.',
    },
  },
);
