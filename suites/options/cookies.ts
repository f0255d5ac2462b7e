import { followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly stops: readonly [Place, Place, ...Place[]];
  readonly sent: 'session=sesame' | 'absent';
  /** Where readers differ on what the option means. */
  readonly disputed?: string;
}

const forOneRequest = 'The option of some clients is for one request only, and not for a host.';

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'within the origin', stops: ['{home}/start', '{home}/target'], sent: 'session=sesame' },
  { name: 'other-host', title: 'to another host', stops: ['{home}/start', '{other}/target'], sent: 'absent' },
  { name: 'subdomain', title: 'to a subdomain', stops: ['{home}/start', '{sub}/target'], sent: 'absent' },
  { name: 'parent-domain', title: 'to the parent domain', stops: ['{sub}/start', '{home}/target'], sent: 'absent' },
  {
    name: 'on-at-the-other-host',
    title: 'to another host, then within that host',
    stops: ['{home}/start', '{other}/middle', '{other}/target'],
    sent: 'absent',
  },
  {
    name: 'there-and-back',
    title: 'to another host and back',
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    sent: 'session=sesame',
    disputed: forOneRequest,
  },
];

const toScenario = ({ name, title, stops, sent, disputed }: Row): Scenario => {
  const target = stops.at(-1) ?? stops[0];
  return scenario({
    id: `options/cookie-${name}`,
    title: `A cookie by an option, on 302 ${title}`,
    routes: routesAlong(stops),
    call: { method: 'GET', url: stops[0], cookies: [['session', 'sesame']] },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: followingAlong(stops, 302) },
      {
        fact: { kind: 'field', name: 'Cookie', at: stops[0] },
        rulings: [must('common/options-are-obeyed', 'session=sesame')],
      },
      { fact: { kind: 'field', name: 'Cookie', at: target }, rulings: [must('common/options-are-obeyed', sent, disputed)] },
    ],
  });
};

/** Cookies that the caller gives by an option of the client, for the host of the first URL. */
export const cookieOptions: readonly Scenario[] = rows.map(toScenario);
