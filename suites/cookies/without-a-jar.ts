import { following } from '../following.ts';
import { should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { cookieAt, outOfScope } from './expected.ts';
import { setting } from './journey.ts';

const start: Place = '{home}/start';

/** The first call shows whether the client keeps cookies by itself. One that does may keep those of redirects as well. */
const keepsNone: NonNullable<Check['given']> = { fact: { kind: 'field', name: 'Cookie', at: start }, oneOf: ['absent'] };

const echoed = { name: 'within-the-host', title: 'within the host', target: '{home}/target' } as const;
const leaked = { name: 'to-another-host', title: 'to another host', target: '{other}/target' } as const;

/** No jar is asked for: what a redirect sets is not echoed by the next request. */
export const withoutAJar: readonly Scenario[] = [
  { ...echoed, check: { ...cookieAt(echoed.target, [should('convention/no-jar-no-cookie', 'absent')]), given: keepsNone } },
  { ...leaked, check: cookieAt(leaked.target, outOfScope('rfc6265bis/cookie-to-its-host')) },
].map(({ name, title, target, check }) =>
  scenario({
    id: `cookies/no-jar-${name}`,
    title: `A redirect ${title} that sets a cookie, for a client that need not have a jar`,
    routes: {
      '{home}/plain': { status: 200, headers: setting(['plain=1; Path=/']) },
      [start]: { status: 302, location: target, headers: setting(['seen=yes; Path=/']) },
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
