import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { basic, withoutAuthorization } from './basic.ts';

/** `jafar` and `lamp` as HTTP Basic credentials. */
const basicOfOther = 'Basic amFmYXI6bGFtcA==';

const entryOfHome = 'machine {home.host} login aladdin password sesame\n';
const entryOfOther = 'machine {other.host} login jafar password lamp\n';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly netrc: Template;
  readonly stops: readonly [Place, Place, ...Place[]];
  readonly atTarget: string;
}

const rows: readonly Row[] = [
  {
    name: 'same-origin',
    title: 'within the origin',
    netrc: entryOfHome,
    stops: ['{home}/start', '{home}/target'],
    atTarget: basic,
  },
  {
    name: 'other-host-with-entry',
    title: 'to another host that has an entry of its own',
    netrc: entryOfHome + entryOfOther,
    stops: ['{home}/start', '{other}/target'],
    atTarget: basicOfOther,
  },
  {
    name: 'other-host-without-entry',
    title: 'to another host that has no entry',
    netrc: entryOfHome,
    stops: ['{home}/start', '{other}/target'],
    atTarget: 'absent',
  },
  {
    name: 'subdomain-without-entry',
    title: 'to a subdomain that has no entry',
    netrc: entryOfHome,
    stops: ['{home}/start', '{sub}/target'],
    atTarget: 'absent',
  },
];

const toScenario = ({ name, title, netrc, stops, atTarget }: Row): Scenario => {
  const [start, target] = stops;
  return withoutAuthorization({
    id: `credentials/netrc-${name}`,
    title: `Password from .netrc, on a 302 ${title}`,
    routes: { [start]: { status: 302, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: start, netrc },
    covers: ['a-netrc-per-host'],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'field', name: 'Authorization', at: start }, rulings: [must('common/options-are-obeyed', basic)] },
      { fact: { kind: 'field', name: 'Authorization', at: target }, rulings: [must('common/options-are-obeyed', atTarget)] },
    ],
  });
};

/** User name and password from a file with an entry for each host: they are looked up again for the host of each request. */
export const netrcPasswords: readonly Scenario[] = rows.map(toScenario);
