import { may } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { cookieSent } from './expected.ts';
import { toCookieScenario } from './cookie-chain.ts';

const differ =
  'In Fetch a chain through another site withholds the cookie, except for a navigation; in RFC 6265bis only the current URL counts, and a request without a page is same-site.';

/** Whether a cookie with SameSite is sent after a detour. A client without pages has no site to compare with. */
export const sameSiteCookies: readonly Scenario[] = (['Strict', 'Lax'] as const).flatMap((value) =>
  [
    {
      name: 'other-site',
      title: 'through another site',
      middle: '{other}/middle' as const,
      gets: [
        may('fetch/cross-site-chain-taints-cookies', ['absent', 'seen=yes'], differ),
        may('rfc6265bis/same-site-by-current-url', ['seen=yes', 'absent'], differ),
      ],
    },
    {
      name: 'subdomain',
      title: 'through a subdomain, which is the same site',
      middle: '{sub}/middle' as const,
      gets: cookieSent('seen=yes'),
    },
  ].map(({ name, title, middle, gets }) =>
    toCookieScenario({
      name: `same-site-${value.toLowerCase()}-${name}`,
      title: `A cookie with SameSite=${value} on a chain ${title}`,
      stops: [{ at: '{home}/start', sets: [`seen=yes; SameSite=${value}`] }, { at: middle }, { at: '{home}/target', gets }],
    }),
  ),
);
