import { scenario } from '../builders/scenario.ts';
import { must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { CallingPage } from '../vocabulary/page.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { anyOrigin, arrived, redirectTo, start, withCredentials } from './places.ts';

/** Another origin of the same site: its cookies are no third-party cookies. */
const sub = '{sub}/target';

const setCookie = ['Set-Cookie', 'seen=sub'] as const;

const store: Call = { method: 'GET', url: '{sub}/set', page: { at: '{home}', credentials: 'include' } };

interface Row {
  readonly name: string;
  readonly title: string;
  readonly credentials?: NonNullable<CallingPage['credentials']>;
  readonly cookie: 'seen=sub' | 'absent';
  readonly requirement: 'fetch/cookies-in-mode-include' | 'fetch/cookies-by-credentials-mode';
}

const rows: readonly Row[] = [
  {
    name: 'include',
    title: 'with credentials mode include',
    credentials: 'include',
    cookie: 'seen=sub',
    requirement: 'fetch/cookies-in-mode-include',
  },
  {
    name: 'same-origin',
    title: 'with the default credentials mode, same-origin',
    cookie: 'absent',
    requirement: 'fetch/cookies-by-credentials-mode',
  },
  {
    name: 'omit',
    title: 'with credentials mode omit',
    credentials: 'omit',
    cookie: 'absent',
    requirement: 'fetch/cookies-by-credentials-mode',
  },
];

const cookies = rows.map(({ name, title, credentials, cookie, requirement }) =>
  scenario({
    id: `browser/credentials-${name}`,
    title: `A redirect to another origin that has set a cookie, ${title}`,
    covers: ['ck-cors-credentials'],
    needs: ['cookie-jar'],
    routes: {
      '{sub}/set': arrived([...withCredentials('{home}'), setCookie]),
      [start]: redirectTo(sub),
      [sub]: arrived(withCredentials('{home}')),
    },
    calls: [store, { method: 'GET', url: start, page: { at: '{home}', ...(credentials && { credentials }) } }],
    checks: [
      { fact: { kind: 'outcome' }, rulings: [] },
      { fact: { kind: 'followed', to: sub, call: 2 }, rulings: [must('fetch/follows-by-default', 'followed')] },
      { fact: { kind: 'field', name: 'Cookie', at: sub }, rulings: [must(requirement, cookie)] },
    ],
  }),
);

/** What credentials modes send after a redirect. */
export const credentialsModes: readonly Scenario[] = [
  ...cookies,
  scenario({
    id: 'browser/credentials-include-wildcard',
    title: 'A redirect with credentials to an origin that allows every origin, but not by name',
    covers: ['ck-cors-credentials'],
    routes: { [start]: redirectTo(sub), [sub]: arrived(anyOrigin) },
    call: { method: 'GET', url: start, page: { credentials: 'include' } },
    checks: [{ fact: { kind: 'outcome' }, rulings: [must('fetch/no-wildcard-with-credentials', 'any error')] }],
  }),
  scenario({
    id: 'browser/credentials-omit-at-home',
    title: 'A redirect within the origin of the page with credentials mode omit',
    needs: ['cookie-jar'],
    routes: {
      '{home}/set': arrived([['Set-Cookie', 'seen=home']]),
      [start]: redirectTo('{home}/target'),
      '{home}/target': arrived(),
    },
    calls: [
      { method: 'GET', url: '{home}/set', page: {} },
      { method: 'GET', url: start, page: { credentials: 'omit' } },
    ],
    checks: [
      { fact: { kind: 'outcome' }, rulings: [] },
      { fact: { kind: 'followed', to: '{home}/target', call: 2 }, rulings: [must('fetch/follows-by-default', 'followed')] },
      {
        fact: { kind: 'field', name: 'Cookie', at: '{home}/target' },
        rulings: [must('fetch/cookies-by-credentials-mode', 'absent')],
      },
    ],
  }),
];
