import type { RowId } from '../coverage/behaviours/index.ts';
import { stoppedAfter } from '../rulings/cycles.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly path: readonly [Place, ...Place[]];
  /** Where the last URL redirects to. Default: the first URL. */
  readonly back?: Place;
  readonly status?: 302 | 307;
  readonly call?: Partial<Call>;
  readonly leadsDown?: boolean;
  /** Rows in addition to `cy-circular-detection`. */
  readonly covers?: readonly RowId[];
}

const rows: readonly Row[] = [
  { name: 'self', title: 'A URL that redirects to itself', path: ['{home}/a'], covers: ['cy-self'] },
  {
    name: 'self-post',
    title: 'A URL that redirects a POST to itself by 307',
    path: ['{home}/a'],
    status: 307,
    call: { method: 'POST', body: 'once is enough' },
    covers: ['cy-self'],
  },
  { name: 'two', title: 'Two URLs that redirect to each other', path: ['{home}/a', '{home}/b'], covers: ['cy-two'] },
  { name: 'two-hosts', title: 'Two hosts that redirect to each other', path: ['{home}/a', '{other}/a'], covers: ['cy-two'] },
  {
    name: 'http-and-https',
    title: 'http and https that redirect to each other',
    path: ['{home}/a', '{home-tls}/a'],
    leadsDown: true,
    covers: ['cy-two'],
  },
  { name: 'three', title: 'Three URLs that redirect in a cycle', path: ['{home}/a', '{home}/b', '{home}/c'] },
  {
    name: 'lead-in',
    title: 'A URL that redirects into a cycle of two URLs',
    path: ['{home}/start', '{home}/a', '{home}/b'],
    back: '{home}/a',
  },
];

const routes = ({ path, back = path[0], status = 302 }: Row): Routes =>
  Object.fromEntries(path.map((place, index) => [place, { status, location: path[index + 1] ?? back }]));

const checks = ({ path, leadsDown = false, status = 302 }: Row): readonly Check[] => [
  {
    fact: { kind: 'outcome' },
    rulings: [
      must('fetch/only-the-count-stops', 'any error'),
      should('rfc9110/cycles-broken', not('cut off after 100 requests')),
      must('adr-016/rule-8', 'error: redirect-loop'),
      ...(leadsDown
        ? [must('strict/no-downgrade', [`returned ${status}`, 'error: redirect-refused', 'error: redirect-loop'])]
        : []),
    ],
  },
  stoppedAfter(path.length, leadsDown ? [must('strict/no-downgrade', `${path.length}`)] : []),
];

const toScenario = (row: Row): Scenario =>
  scenario({
    id: `cycles/${row.name}`,
    title: row.title,
    routes: routes(row),
    call: { method: 'GET', url: row.path[0], ...row.call },
    covers: ['cy-circular-detection', ...(row.covers ?? [])],
    checks: checks(row),
  });

export const endless: readonly Scenario[] = rows.map(toScenario);
