import { defineRequirements } from './define.ts';

/** HTTP/2, in the order of its sections. */
export const rfc9113 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 9113',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc9113.html#section-${section}`,
  },
  {
    'rfc9113/no-stream-after-goaway': {
      section: '6.8',
      level: 'MUST NOT',
      statement: 'After a GOAWAY the client opens no more streams on the connection; for a new request it can open a new one.',
    },
    'rfc9113/response-survives-the-reset': {
      section: '8.1',
      level: 'MUST NOT',
      statement: 'A response is not discarded because a RST_STREAM with NO_ERROR follows it to stop the upload.',
    },
    'rfc9113/no-connection-fields': {
      section: '8.2.2',
      level: 'MUST NOT',
      statement:
        'No message has a connection-specific field: Connection, Keep-Alive, Transfer-Encoding, Upgrade and similar fields.',
    },
    'rfc9113/authority-is-the-target': {
      section: '8.3.1',
      level: 'MUST',
      statement: 'A request has the authority of its target URI in :authority, and does not have a Host that differs from it.',
    },
    'rfc9113/connection-may-be-shared': {
      section: '9.1.1',
      level: 'MAY',
      statement: 'A connection can be used for every host that its server is authoritative for.',
    },
    'rfc9113/certificate-covers-the-host': {
      section: '9.1.1',
      level: 'MUST',
      statement:
        'A connection is used for another https host only if its certificate passes every check that a new connection to that host would make.',
    },
  },
);
