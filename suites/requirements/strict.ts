import { defineRequirements } from './define.ts';

/** Hardening of our own, stricter than any standard, for clients that talk to servers they do not trust. */
export const strict = defineRequirements(
  { authority: 'strict', source: 'Strict profile' },
  {
    'strict/credentials-stay-at-their-origin': {
      section: 'credentials',
      level: 'definition',
      statement:
        'No field that carries a credential, be it Authorization, Cookie, Proxy-Authorization or a key in a field of its own, goes along when scheme, host or port changes.',
    },
    'strict/no-downgrade': {
      section: 'downgrade',
      level: 'definition',
      statement: 'A redirect from https to http is not followed.',
    },
    'strict/http-targets-only': {
      section: 'schemes',
      level: 'definition',
      statement: 'A redirect to anything but an http or https URL is not followed.',
    },
  },
);
