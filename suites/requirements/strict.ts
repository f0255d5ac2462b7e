import { defineRequirements } from './define.ts';

/** Hardening defined by this project, stricter than any standard, for clients that talk to servers they do not trust. */
export const strict = defineRequirements(
  { authority: 'strict', source: 'Strict profile' },
  {
    'strict/credentials-stay-at-their-origin': {
      section: 'credentials',
      level: 'definition',
      statement:
        'A field with a credential, such as Authorization, Cookie, Proxy-Authorization or a key in another field, is not sent on when scheme, host or port changes.',
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
