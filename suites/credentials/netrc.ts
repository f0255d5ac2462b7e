import { routesAlong } from '../builders/redirect.ts';
import { following, followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { basic, withoutAuthorization } from './basic.ts';

/** `jafar` and `lamp` as HTTP Basic credentials. */
const basicOfOther = 'Basic amFmYXI6bGFtcA==';

const entryOfHome = 'machine {home.host} login aladdin password sesame\n';
const entryOfOther = 'machine {other.host} login jafar password lamp\n';

/** `jafar` with an empty password. */
const basicWithoutPassword = 'Basic amFmYXI6';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly netrc: Template;
  readonly stops: readonly [Place, Place, ...Place[]];
  /** What may be sent to the target. */
  readonly atTarget: string | readonly string[];
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
  {
    name: 'scheme-up-other-host',
    title: 'to another host by https, that has an entry of its own',
    netrc: entryOfHome + entryOfOther,
    stops: ['{home}/start', '{other-tls}/target'],
    atTarget: basicOfOther,
  },
  {
    name: 'default-entry',
    title: 'to another host, for which there is the default entry',
    netrc: `${entryOfHome}default login jafar password lamp\n`,
    stops: ['{home}/start', '{other}/target'],
    atTarget: basicOfOther,
  },
  {
    name: 'other-host-without-password',
    title: 'to another host whose entry has no password',
    netrc: `${entryOfHome}machine {other.host} login jafar\n`,
    stops: ['{home}/start', '{other}/target'],
    atTarget: ['absent', basicWithoutPassword],
  },
  {
    name: 'other-host-with-empty-entry',
    title: 'to another host whose entry has nothing',
    netrc: `${entryOfHome}machine {other.host}\n`,
    stops: ['{home}/start', '{other}/target'],
    atTarget: 'absent',
  },
  {
    name: 'empty-default-entry',
    title: 'to another host, for which there is a default entry with nothing',
    netrc: `${entryOfHome}default\n`,
    stops: ['{home}/start', '{other}/target'],
    atTarget: 'absent',
  },
  {
    name: 'there-and-back',
    title: 'to another host that has no entry, and back',
    netrc: entryOfHome,
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    atTarget: [basic, 'absent'],
  },
  {
    name: 'there-and-back-with-entries',
    title: 'to another host that has an entry of its own, and back',
    netrc: entryOfHome + entryOfOther,
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    atTarget: [basic, 'absent'],
  },
];

const toScenario = ({ name, title, netrc, stops, atTarget }: Row): Scenario => {
  const [start] = stops;
  const target = stops.at(-1) ?? start;
  return withoutAuthorization({
    id: `credentials/netrc-${name}`,
    title: `Password from .netrc, on a 302 ${title}`,
    routes: routesAlong(stops),
    call: { method: 'GET', url: start, netrc },
    covers: ['a-netrc-per-host'],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: followingAlong(stops, 302) },
      { fact: { kind: 'field', name: 'Authorization', at: start }, rulings: [must('common/options-are-obeyed', basic)] },
      { fact: { kind: 'field', name: 'Authorization', at: target }, rulings: [must('common/options-are-obeyed', atTarget)] },
    ],
  });
};

/** The file has an entry for the host of the proxy, and for no other one. */
const ofProxy: Scenario = withoutAuthorization({
  id: 'credentials/netrc-proxy-with-entry',
  title: 'Password from .netrc for the proxy, on a 302 to another host',
  routes: routesAlong(['{home}/start', '{other}/target']),
  call: {
    method: 'GET',
    url: '{home}/start',
    netrc: 'machine {proxy.host} login aladdin password sesame\n',
    proxy: { http: { at: 'proxy' }, https: { at: 'proxy' } },
  },
  covers: ['px-netrc'],
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
    ...(['{home}/start', '{other}/target'] as const).map((at) => ({
      fact: { kind: 'field', name: 'Authorization', at } as const,
      rulings: [must('common/options-are-obeyed', 'absent')],
    })),
  ],
});

/** User name and password from a file with an entry for each host: they are looked up again for the host of each request. */
export const netrcPasswords: readonly Scenario[] = [...rows.map(toScenario), ofProxy];
