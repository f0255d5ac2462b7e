import { defineRequirements } from './define.ts';

/** The anchors of the algorithms in the document. */
const anchors = {
  'Default referrer policy': 'default-referrer-policy',
  'Set the referrer policy on redirect': 'set-requests-referrer-policy-on-redirect',
  'Strip url for use as a referrer': 'strip-url',
} as const satisfies Record<string, string>;

/** What a Referer may contain, as used by Fetch; for clients that have a referrer. */
export const referrerPolicy = defineRequirements(
  {
    authority: 'fetch',
    source: 'Referrer Policy',
    url: (section) => `https://w3c.github.io/webappsec-referrer-policy/#${anchors[section as keyof typeof anchors]}`,
  },
  {
    'referrer-policy/only-the-origin-across-origins': {
      section: 'Default referrer policy',
      level: 'definition',
      statement:
        'Unless a policy says otherwise, another origin receives only the origin of the referrer, and an insecure one receives nothing.',
    },
    'referrer-policy/set-on-redirect': {
      section: 'Set the referrer policy on redirect',
      level: 'definition',
      statement: 'A Referrer-Policy in a redirect replaces the policy of the request before the next Referer is generated.',
    },
    'referrer-policy/stripped': {
      section: 'Strip url for use as a referrer',
      level: 'definition',
      statement: 'A Referer contains neither user name, nor password, nor fragment.',
    },
  },
);
