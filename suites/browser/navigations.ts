import { scenario } from '../builders/scenario.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { arrived, redirectTo, start, target } from './places.ts';

const form = { as: 'urlencoded', fields: [['name', 'Zoë']] } as const;

const submit: Call = { method: 'POST', url: start, form, through: 'navigation' };

const keeps = (status: number): boolean => status === 307 || status === 308;

/** A form that is sent by POST, and answered by each redirect. */
const forms = redirectStatuses.flatMap((status) =>
  (
    [
      { where: '', title: 'within the origin', to: '{home}/target' },
      { where: '-to-another-origin', title: 'to another origin', to: target },
    ] as const satisfies readonly { where: string; title: string; to: PathPlace }[]
  ).map(({ where, title, to }) =>
    scenario({
      id: `browser/form-${status}${where}`,
      title: `A form that is sent by POST, redirected ${title} by a ${status}`,
      covers: ['m-302-form-navigation'],
      routes: { [start]: redirectTo(to, [], status), [to]: arrived() },
      call: submit,
      checks: [
        { fact: { kind: 'followed', to }, rulings: following[status] },
        { fact: { kind: 'request', at: to }, rulings: requestRulings(status, 'POST') },
        {
          fact: { kind: 'field', name: 'Origin', at: to },
          rulings: [
            keeps(status) ? must('fetch/origin-with-other-methods', '{home}') : must('fetch/no-origin-with-get', 'absent'),
          ],
        },
        { fact: { kind: 'final-url' }, rulings: [must('html/document-url', to)] },
      ],
    }),
  ),
);

/** Navigations of a page, by a form or by a link. */
export const navigations: readonly Scenario[] = [
  ...forms,
  scenario({
    id: 'browser/form-there-and-back-307',
    title: 'A form that is sent by POST, redirected to another origin and back by two 307s',
    covers: ['m-302-form-navigation'],
    routes: {
      [start]: redirectTo('{other}/middle', [], 307),
      '{other}/middle': redirectTo('{home}/target', [], 307),
      '{home}/target': arrived(),
    },
    call: submit,
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[307] },
      { fact: { kind: 'request', at: '{home}/target' }, rulings: requestRulings(307, 'POST') },
      {
        fact: { kind: 'field', name: 'Origin', at: '{home}/target' },
        rulings: [must('fetch/origin-null-when-tainted', 'null')],
      },
    ],
  }),
  scenario({
    id: 'browser/link-to-another-origin',
    title: 'A link whose target redirects to another origin, and allows no page to read it',
    routes: { [start]: redirectTo(target), [target]: arrived() },
    call: { method: 'GET', url: start, through: 'navigation' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      {
        fact: { kind: 'field', name: 'Referer', at: target },
        rulings: [must('referrer-policy/only-the-origin-across-origins', '{home}/')],
      },
      { fact: { kind: 'field', name: 'Origin', at: target }, rulings: [must('fetch/no-origin-with-get', 'absent')] },
      { fact: { kind: 'final-url' }, rulings: [must('html/document-url', target)] },
    ],
  }),
  scenario({
    id: 'browser/link-down',
    title: 'A link of a page of https whose target redirects to http',
    routes: { '{home-tls}/start': redirectTo('{home}/target'), '{home}/target': arrived() },
    call: { method: 'GET', url: '{home-tls}/start', through: 'navigation' },
    checks: [
      {
        fact: { kind: 'followed', to: '{home}/target' },
        rulings: [...following[302], must('strict/no-downgrade', ['returned 302', 'error: redirect-refused'])],
      },
      {
        fact: { kind: 'field', name: 'Referer', at: '{home}/target' },
        rulings: [must('referrer-policy/only-the-origin-across-origins', 'absent')],
      },
    ],
  }),
];
