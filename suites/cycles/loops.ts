import type { RowId } from '../coverage/behaviours/index.ts';
import { anyError, anyErrorButALoop, must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Routes, Scenario } from '../vocabulary/scenario.ts';

interface Loop {
  readonly name: string;
  readonly title: string;
  readonly path: readonly [Place, ...Place[]];
  /** Where the last stop leads back to; the first unless given. */
  readonly back?: Place;
  readonly status?: 302 | 307;
  readonly call?: Partial<Call>;
  readonly leadsDown?: boolean;
  /** Beside the row on what every loop is about: whether a URL met again is refused at once. */
  readonly covers?: readonly RowId[];
}

const loops: readonly Loop[] = [
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
  { name: 'three', title: 'Three URLs in a circle', path: ['{home}/a', '{home}/b', '{home}/c'] },
  { name: 'lead-in', title: 'A way into a circle of two', path: ['{home}/start', '{home}/a', '{home}/b'], back: '{home}/a' },
];

const routes = ({ path, back = path[0], status = 302 }: Loop): Routes =>
  Object.fromEntries(path.map((place, index) => [place, { status, location: path[index + 1] ?? back }]));

const checks = ({ path, leadsDown = false, status = 302 }: Loop): readonly Check[] => [
  {
    fact: { kind: 'outcome' },
    rulings: [
      must('fetch/only-the-count-stops', anyErrorButALoop),
      should('rfc9110/cycles-broken', not('cut off after 100 requests')),
      must('adr-016/rule-8', 'error: redirect-loop'),
      ...(leadsDown
        ? [must('strict/no-downgrade', [`returned ${status}`, 'error: redirect-refused', 'error: redirect-loop'])]
        : []),
    ],
  },
  {
    fact: { kind: 'requests' },
    given: { fact: { kind: 'outcome' }, oneOf: anyError },
    rulings: [
      must('fetch/twenty-redirects', '21'),
      must('adr-016/rule-8', String(path.length)),
      ...(leadsDown ? [must('strict/no-downgrade', String(path.length))] : []),
    ],
  },
];

const loop = (each: Loop): Scenario =>
  scenario({
    id: `cycles/${each.name}`,
    title: each.title,
    routes: routes(each),
    call: { method: 'GET', url: each.path[0], ...each.call },
    covers: ['cy-circular-detection', ...(each.covers ?? [])],
    checks: checks(each),
  });

export const endless: readonly Scenario[] = loops.map(loop);
