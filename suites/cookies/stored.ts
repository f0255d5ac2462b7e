import { following } from '../following.ts';
import { handedOver } from '../redirect-modes/manual.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { cookieAt, ignored, sent, sentInOrder } from './expected.ts';
import { journey, setting, type Journey } from './journey.ts';
import { redirectStatuses } from '../vocabulary/status.ts';

const start: Place = '{home}/start';
const middle: Place = '{home}/middle';
const target: Place = '{home}/target';

const byStatus: readonly Journey[] = redirectStatuses.map((status) => ({
  name: `set-by-${status}`,
  title: `A ${status} that sets a cookie`,
  status,
  stops: [
    { at: start, sets: ['seen=yes'] },
    { at: target, gets: sent('seen=yes') },
  ],
  covers: ['ck-set-on-3xx'],
}));

const expired = 'Thu, 01 Jan 1970 00:00:00 GMT';
const far = 'Fri, 01 Jan 2100 00:00:00 GMT';

/** Ways to take back a cookie that the redirect before has set. */
const deletions: readonly Journey[] = [
  { name: 'max-age-zero', how: 'by Max-Age=0', takesBack: 'seen=; Max-Age=0' },
  { name: 'max-age-negative', how: 'by a negative Max-Age', takesBack: 'seen=; Max-Age=-1' },
  { name: 'expires-in-the-past', how: 'by Expires in the past', takesBack: `seen=; Expires=${expired}` },
  {
    name: 'max-age-zero-expires-later',
    how: 'by Max-Age=0, beside Expires in the future',
    takesBack: `seen=; Max-Age=0; Expires=${far}`,
    rule: 'rfc6265bis/max-age-outranks-expires' as const,
  },
].map(({ name, how, takesBack, rule = 'rfc6265bis/expired-is-evicted' as const }) => ({
  name: `taken-back-${name}`,
  title: `A cookie that the next redirect takes back ${how}`,
  stops: [
    { at: start, sets: ['seen=yes'] },
    { at: middle, sets: [takesBack], gets: sent('seen=yes') },
    { at: target, gets: ignored(rule) },
  ],
  covers: ['ck-deleted-on-redirect'],
}));

const alongTheChain: readonly Journey[] = [
  {
    name: 'replaced-later',
    title: 'A cookie that the next redirect sets anew',
    stops: [
      { at: start, sets: ['seen=old'] },
      { at: middle, sets: ['seen=new'] },
      { at: target, gets: sent('seen=new', 'rfc6265bis/same-cookie-replaced') },
    ],
    covers: ['ck-later-hop-overrides'],
  },
  {
    name: 'gathered',
    title: 'Two redirects that set a cookie each',
    stops: [
      { at: start, sets: ['a=1'] },
      { at: middle, sets: ['b=2'], gets: sent('a=1') },
      { at: target, gets: sentInOrder('a=1', 'b=2') },
    ],
    covers: ['ck-set-on-3xx'],
  },
  {
    name: 'two-fields',
    title: 'A redirect that sets two cookies, one with a comma in its date',
    stops: [
      { at: start, sets: [`a=1; Expires=${far}`, 'b=2'] },
      {
        at: target,
        gets: [
          must('fetch/each-set-cookie-stored', ['a=1; b=2', 'b=2; a=1', 'absent']),
          should('fetch/set-cookie-of-any-response', ['a=1; b=2', 'b=2; a=1']),
          must('rfc6265bis/set-cookie-parsed', ['a=1; b=2', 'b=2; a=1', 'absent']),
          should('rfc6265bis/several-set-cookie-fields', ['a=1; b=2', 'b=2; a=1']),
        ],
      },
    ],
    covers: ['ck-set-on-3xx'],
  },
  {
    name: 'login',
    title: 'A POST whose 303 sets the session',
    status: 303,
    call: { method: 'POST', body: 'name=Zoë' },
    stops: [
      { at: '{home}/login', sets: ['session=1; Path=/; HttpOnly'] },
      { at: '{home}/account', gets: sent('session=1') },
    ],
    covers: ['ck-set-on-3xx'],
  },
];

const nextCall = { method: 'GET', url: target } as const;

/** What the jar holds once the call is over. */
const forTheNextCall: readonly Scenario[] = [
  scenario({
    id: 'cookies/kept-for-the-next-call',
    title: 'Cookies of a redirect and of the last answer, in the next call',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: middle, headers: setting(['a=1']) },
      [middle]: { status: 200, body: 'arrived', headers: setting(['b=2']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      { fact: { kind: 'followed', to: middle }, rulings: following[302] },
      {
        ...cookieAt(target, sentInOrder('a=1', 'b=2')),
        given: { fact: { kind: 'followed', to: middle }, oneOf: ['followed'] },
      },
    ],
  }),
  scenario({
    id: 'cookies/set-by-unfollowed',
    title: 'A redirect that sets a cookie, its following switched off',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 302, location: target, headers: setting(['seen=yes']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start, redirect: 'manual' }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: handedOver(302),
      },
      cookieAt(target, sent('seen=yes')),
    ],
  }),
  scenario({
    id: 'cookies/set-without-location',
    title: 'A 308 without Location that sets a cookie',
    needs: ['cookie-jar'],
    routes: {
      [start]: { status: 308, headers: setting(['seen=yes']) },
      [target]: { status: 200, body: 'arrived' },
    },
    calls: [{ method: 'GET', url: start }, nextCall],
    covers: ['ck-set-on-3xx'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('fetch/missing-location-returned', 'returned 308'),
          should('rfc9110/redirect-needs-location', 'returned 308'),
        ],
      },
      cookieAt(target, sent('seen=yes')),
    ],
  }),
];

export const stored: readonly Scenario[] = [...[...byStatus, ...alongTheChain, ...deletions].map(journey), ...forTheNextCall];
