import { following } from '../rulings/following.ts';
import { should } from '../rulings/ruling.ts';
import type { Given } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { cookieAt, outOfScope } from './expected.ts';
import { setCookieFields } from './cookie-chain.ts';

const start: Place = '{home}/start';

/** The first call shows whether the client stores cookies by itself. Such a client may also store those of redirects. */
const storesNone: Given = { fact: { kind: 'field', name: 'Cookie', at: start }, oneOf: ['absent'] };

const echoed = { name: 'within-the-host', title: 'within the host', target: '{home}/target' } as const;
const leaked = { name: 'to-another-host', title: 'to another host', target: '{other}/target' } as const;

/** Without a jar, the next request does not send what a redirect has set. */
export const withoutJar: readonly Scenario[] = [
  { ...echoed, check: { ...cookieAt(echoed.target, [should('convention/no-jar-no-cookie', 'absent')]), given: storesNone } },
  { ...leaked, check: cookieAt(leaked.target, outOfScope('rfc6265bis/cookie-to-its-host')) },
].map(({ name, title, target, check }) =>
  scenario({
    id: `cookies/no-jar-${name}`,
    title: `A redirect ${title} that sets a cookie, for a client with or without a jar`,
    routes: {
      '{home}/plain': { status: 200, headers: setCookieFields(['plain=1; Path=/']) },
      [start]: { status: 302, location: target, headers: setCookieFields(['seen=yes; Path=/']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [
      { method: 'GET', url: '{home}/plain' },
      { method: 'GET', url: start },
    ],
    covers: ['ck-no-jar'],
    checks: [{ fact: { kind: 'followed', to: target, call: 2 }, rulings: following[302] }, check],
  }),
);
