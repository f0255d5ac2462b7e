import { defineRequirements } from './define.ts';

/** HTTP Strict Transport Security. */
export const rfc6797 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 6797',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc6797.html#section-${section}`,
  },
  {
    'rfc6797/known-hosts-by-https': {
      section: '8.3',
      level: 'MUST',
      statement: 'A client that keeps a list of HSTS hosts uses https for them, even if the URL says http.',
    },
  },
);
