import { defineRequirements } from './define.ts';

/** Hardening defined by this project, stricter than any standard, for clients that talk to servers they do not trust. */
export const strict = defineRequirements(
  { authority: 'strict', source: 'Strict profile' },
  {
    'strict/credentials-stay-at-their-origin': {
      section: 'credentials',
      level: 'definition',
      statement:
        'A field with a credential is not sent on when scheme, host or port changes. That is Authorization, Cookie, Cookie2 and Proxy-Authorization, and every field that a service defines for a key or a token, such as X-Api-Key, X-Auth-Token or Private-Token.',
    },
    'strict/client-certificate-stays-at-its-origin': {
      section: 'credentials',
      level: 'definition',
      statement:
        'A certificate that the caller gives to the client is sent in no TLS handshake with another origin than that of the URL of the call.',
    },
    'strict/no-credentials-from-location': {
      section: 'credentials',
      level: 'definition',
      statement:
        'User name and password in a Location do not become an Authorization field; they neither add one nor replace one.',
    },
    'strict/secrets-in-bodies-stay': {
      section: 'credentials',
      level: 'SHOULD',
      statement:
        'A body with a secret, such as a password or a token, is not sent to another origin: the redirect is refused or returned, or the body is left out.',
    },
    'strict/no-downgrade': {
      section: 'downgrade',
      level: 'definition',
      statement: 'A redirect from https to http is not followed.',
    },
    'strict/http-targets-only': {
      section: 'schemes',
      level: 'definition',
      statement: 'A redirect to a URL other than http or https is not followed.',
    },
  },
);
