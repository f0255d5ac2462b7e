import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { anyOrigin, arrived, redirectTo } from './places.ts';

const site = (at: PathPlace, value: 'same-origin' | 'cross-site'): Check => ({
  fact: { kind: 'field', name: 'Sec-Fetch-Site', at },
  rulings: [must('fetch-metadata/site-of-the-whole-chain', value)],
});

const referer = (at: PathPlace): Check => ({
  fact: { kind: 'field', name: 'Referer', at },
  rulings: [must('referrer-policy/only-the-origin-across-origins', '{home-tls}/')],
});

/** What a browser says about the chain of a request. */
export const metadata: readonly Scenario[] = [
  scenario({
    id: 'browser/site-there-and-back',
    title: 'Sec-Fetch-Site and Referer on a redirect to another site and one back',
    covers: ['h-sec-fetch-site-chain'],
    routes: {
      '{home-tls}/start': redirectTo('{other-tls}/middle'),
      '{other-tls}/middle': redirectTo('{home-tls}/target', anyOrigin),
      '{home-tls}/target': arrived(anyOrigin),
    },
    call: { method: 'GET', url: '{home-tls}/start', page: {} },
    checks: [
      { fact: { kind: 'followed', to: '{home-tls}/target' }, rulings: [must('fetch/follows-by-default', 'followed')] },
      site('{home-tls}/start', 'same-origin'),
      site('{other-tls}/middle', 'cross-site'),
      site('{home-tls}/target', 'cross-site'),
      referer('{other-tls}/middle'),
    ],
  }),
];
