import { defineRequirements } from './define.ts';

/** Reports of violations. Every step of an algorithm is a definition. */
export const contentSecurityPolicy = defineRequirements(
  {
    authority: 'fetch',
    source: 'Content Security Policy Level 3',
    url: () => 'https://w3c.github.io/webappsec-csp/#report-violation',
  },
  {
    'csp/reports-sent': {
      section: 'Report a violation',
      level: 'definition',
      statement: 'A violation of a policy with a report-uri is reported to it by one POST.',
    },
    'csp/reports-not-redirected': {
      section: 'Report a violation',
      level: 'definition',
      statement: 'A report to a report-uri is sent in redirect mode error: no redirect is followed.',
    },
  },
);
