import { defineRequirements } from './define.ts';

/** Extensions of TLS. */
export const rfc6066 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 6066',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc6066.html#section-${section}`,
  },
  {
    'rfc6066/server-name-sent': {
      section: '3',
      level: 'SHOULD',
      statement: 'A client that locates a server by its host name sends that name in the TLS handshake.',
    },
    'rfc6066/no-address-as-server-name': {
      section: '3',
      level: 'definition',
      statement: 'A literal IPv4 or IPv6 address is not permitted as a server name.',
    },
  },
);
