import { defineRequirements } from './define.ts';

/** What a browser says about a request in fields of its own. */
export const fetchMetadata = defineRequirements(
  {
    authority: 'fetch',
    source: 'Fetch Metadata Request Headers',
    url: () => 'https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header',
  },
  {
    'fetch-metadata/site-of-the-whole-chain': {
      section: 'Set the Sec-Fetch-Site header',
      level: 'definition',
      statement: 'Sec-Fetch-Site depends on every URL of the chain: once one of them was cross-site, it stays cross-site.',
    },
  },
);
