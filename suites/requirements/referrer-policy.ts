import { defineRequirements } from './define.ts';

/** Where the algorithms are to be read. */
const anchors = {
  'Default referrer policy': 'default-referrer-policy',
  'Set the referrer policy on redirect': 'set-requests-referrer-policy-on-redirect',
  'Strip url for use as a referrer': 'strip-url',
} as const satisfies Record<string, string>;

/** What a Referer may tell, as Fetch asks for it; for clients that have a referrer. */
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
        'Unless a policy says otherwise, another origin learns only the origin of the referrer, and an insecure one nothing.',
    },
    'referrer-policy/set-on-redirect': {
      section: 'Set the referrer policy on redirect',
      level: 'definition',
      statement: 'A Referrer-Policy in a redirect replaces the policy of the request before the next Referer is made.',
    },
    'referrer-policy/stripped': {
      section: 'Strip url for use as a referrer',
      level: 'definition',
      statement: 'A Referer contains neither user name, nor password, nor fragment.',
    },
  },
);
