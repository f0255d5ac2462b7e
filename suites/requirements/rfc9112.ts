import { defineRequirements } from './define.ts';

/** HTTP/1.1: the syntax of messages and the management of connections, in the order of its sections. */
export const rfc9112 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 9112',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc9112.html#section-${section}`,
  },
  {
    // Requests
    'rfc9112/bare-cr-defused': {
      section: '2.2',
      level: 'MUST',
      statement: 'An element with a bare CR is considered invalid, or the CR is replaced by a space.',
    },
    'rfc9112/request-line-of-8000-octets': {
      section: '3',
      level: 'SHOULD',
      statement: 'Request lines of at least 8000 octets are supported.',
    },
    'rfc9112/no-whitespace-in-target': {
      section: '3.2',
      level: 'definition',
      statement: 'No whitespace is allowed in the request target.',
    },
    'rfc9112/host-is-the-authority': {
      section: '3.2',
      level: 'MUST',
      statement:
        'Host is identical to the authority of the target URI, including port and brackets, and without user name and password.',
    },
    'rfc9112/origin-form': {
      section: '3.2.1',
      level: 'MUST',
      statement:
        'A request that is sent directly to an origin server contains only path and query of its target, not the whole URI.',
    },
    'rfc9112/empty-path-is-a-slash': {
      section: '3.2.1',
      level: 'MUST',
      statement: 'If the path of the target URI is empty, the request contains the path /.',
    },
    'rfc9112/absolute-form-to-a-proxy': {
      section: '3.2.2',
      level: 'MUST',
      statement: 'A request that is sent to a proxy contains the whole target URI.',
    },

    // Responses
    'rfc9112/reason-phrase-ignored': {
      section: '4',
      level: 'SHOULD',
      statement: 'The client ignores the reason phrase, whatever its text, and also if it is missing.',
    },
    'rfc9112/whitespace-around-value-excluded': {
      section: '5.1',
      level: 'definition',
      statement: 'Spaces and tabs before and after the value of a field line are not part of it.',
    },
    'rfc9112/folding-becomes-a-space': {
      section: '5.2',
      level: 'MUST',
      statement: 'A user agent replaces the line folding in a field value by a space.',
    },

    // Framing
    'rfc9112/chunked-understood': {
      section: '6.1',
      level: 'MUST',
      statement: 'Every recipient understands the chunked transfer coding.',
    },
    'rfc9112/transfer-encoding-of-the-message': {
      section: '6.1',
      level: 'definition',
      statement: 'Transfer-Encoding is a property of the message, not of its content.',
    },
    'rfc9112/one-framing': {
      section: '6.2',
      level: 'MUST NOT',
      statement: 'A message with Transfer-Encoding has no Content-Length.',
    },
    'rfc9112/head-ends-with-its-fields': {
      section: '6.3',
      level: 'definition',
      statement: 'The answer to a HEAD request ends with its header section, whatever its Content-Length is.',
    },
    'rfc9112/body-until-close': {
      section: '6.3',
      level: 'definition',
      statement: 'The body of a response without a declared length lasts until the server closes the connection.',
    },
    'rfc9112/short-body-is-incomplete': {
      section: '6.3',
      level: 'MUST',
      statement: 'A message with fewer octets than its Content-Length is considered incomplete, and its connection is closed.',
    },
    'rfc9112/invalid-length-discarded': {
      section: '6.3',
      level: 'MUST',
      statement:
        'A user agent that receives a response without Transfer-Encoding and with an invalid Content-Length closes the connection and discards the response.',
    },
    'rfc9112/request-body-is-framed': {
      section: '6.3',
      level: 'MUST',
      statement: 'A request with a body has a valid Content-Length or is chunked.',
    },
    'rfc9112/no-framing-no-body': {
      section: '6.3',
      level: 'definition',
      statement: 'A request with neither Content-Length nor Transfer-Encoding has no body.',
    },
    'rfc9112/surplus-is-no-response': {
      section: '6.3',
      level: 'MUST NOT',
      statement: 'Data after the end of the last response is not treated as another response.',
    },
    'rfc9112/trailers-not-merged': {
      section: '7.1.2',
      level: 'MUST NOT',
      statement:
        'A trailer of a chunked message is not merged into its header section unless the definition of that field says how.',
    },
    'rfc9112/incomplete-is-recorded': {
      section: '8',
      level: 'MUST',
      statement: 'A response that breaks off is recorded as incomplete.',
    },
    'rfc9112/cut-header-says-nothing': {
      section: '8',
      level: 'definition',
      statement: 'If a response breaks off inside its header section, the client cannot determine its meaning.',
    },

    // Connections
    'rfc9112/unasked-data-is-no-response': {
      section: '9.2',
      level: 'MUST NOT',
      statement: 'Data that arrives on a connection without an open request is not treated as a response.',
    },
    'rfc9112/persistent-connections': {
      section: '9.3',
      level: 'SHOULD',
      statement: 'A connection is used for several requests, one after the other, unless one side sends Connection: close.',
    },
    'rfc9112/body-read-before-reuse': {
      section: '9.3',
      level: 'MUST',
      statement: 'A connection is used again only after the whole body of the response has been read.',
    },
    'rfc9112/upload-ceases-when-unwanted': {
      section: '9.5',
      level: 'SHOULD',
      statement:
        'A client that receives a response saying that the server does not want its body and closes the connection stops sending the body.',
    },
    'rfc9112/close-ends-the-connection': {
      section: '9.6',
      level: 'MUST',
      statement: 'After a response with Connection: close no further request is sent on that connection.',
    },
  },
);
