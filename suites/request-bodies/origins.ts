import { following, followingDown } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';
import { whateverBody } from './bodies.ts';

type Status = 307 | 308;

const dropped = 'Some clients drop the body on the way to another origin: hardening against a SHOULD, and so not at fault.';
const same = 'POST, same body';

/** The request behind a 307 or 308 that leads to another origin: the method stays, the body may stay behind. */
export const keptElsewhere = (status: Status, method = 'POST', body = 'same body'): readonly Ruling[] => {
  const rule = status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5';
  const whole = `${method}, ${body}`;
  return [
    must('fetch/method-kept', whateverBody(method)),
    may('fetch/body-resent', whole, dropped),
    must(`rfc9110/${status}-keeps-method`, whateverBody(method)),
    may('rfc9110/request-resent', whole, dropped),
    must(rule, whateverBody(method)),
    may(rule, whole, dropped),
  ];
};

/** The same for a PUT behind a 301 or 302, which only ADR-016 turns into a GET. */
export const putElsewhere: readonly Ruling[] = [
  must('fetch/method-kept', whateverBody('PUT')),
  may('fetch/body-resent', 'PUT, same body', dropped),
  should('rfc9110/method-by-status', whateverBody('PUT')),
  may('rfc9110/request-resent', 'PUT, same body', dropped),
  must('adr-016/rule-2', 'GET, no body'),
];

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly covers: readonly string[];
}

const moves: readonly Move[] = [
  {
    name: 'host',
    title: 'to another host',
    from: '{home}/start',
    to: '{other}/target',
    covers: ['b-cross-origin-body-forwarded', 'b-cross-origin-body-308'],
  },
  {
    name: 'port',
    title: 'to another port',
    from: '{home}/start',
    to: '{home-8080}/target',
    covers: ['b-cross-origin-body-forwarded'],
  },
  {
    name: 'subdomain',
    title: 'to a subdomain',
    from: '{home}/start',
    to: '{sub}/target',
    covers: ['b-cross-origin-body-forwarded'],
  },
  { name: 'scheme-up', title: 'from http to https', from: '{home}/start', to: '{home-tls}/target', covers: [] },
  {
    name: 'scheme-down',
    title: 'from https to http',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    covers: ['b-cross-scheme-body'],
  },
];

const move = ({ name, title, from, to, covers }: Move, status: Status): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-to-another-${name}`,
    title: `POST on a ${status} ${title}`,
    covers: covers.filter((row) => status === 308 || !row.endsWith('308')),
    routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: from, headers: [['Content-Type', 'text/plain']], body: 'for your eyes only' },
    checks: [
      { fact: { kind: 'followed', to }, rulings: name === 'scheme-down' ? followingDown(status) : following[status] },
      { fact: { kind: 'request', at: to }, rulings: keptElsewhere(status) },
    ],
  });

/** A method that 302 keeps as well, on the way to another host. */
const put: Scenario = scenario({
  id: 'request-bodies/302-put-to-another-host',
  title: 'PUT on a 302 to another host',
  covers: ['b-cross-origin-body-forwarded'],
  routes: { '{home}/start': { status: 302, location: '{other}/file' }, '{other}/file': { status: 200, body: 'arrived' } },
  call: { method: 'PUT', url: '{home}/start', body: 'for your eyes only' },
  checks: [
    { fact: { kind: 'followed', to: '{other}/file' }, rulings: following[302] },
    { fact: { kind: 'request', at: '{other}/file' }, rulings: putElsewhere },
  ],
});

const spelled = (status: Status, location: Template): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-to-the-default-port`,
    title: `POST on a ${status} to the same origin, its default port spelled out`,
    covers: ['b-default-port-body-kept'],
    routes: { '{home}/start': { status, headers: [['Location', location]] }, '{home}/target': { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', body: 'for your eyes only' },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[status] },
      {
        fact: { kind: 'request', at: '{home}/target' },
        rulings: [
          must('fetch/body-resent', same),
          must(`rfc9110/${status}-keeps-method`, whateverBody('POST')),
          should('rfc9110/request-resent', same),
          must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', same),
        ],
      },
    ],
  });

/** Whether a body may leave its origin, and whether the method stays if it does not. */
export const origins: readonly Scenario[] = [
  ...([307, 308] as const).flatMap((status) => [
    ...moves.filter(({ name }) => status === 307 || /host|down/.test(name)).map((each) => move(each, status)),
    spelled(status, 'http://{home.host}:80/target'),
  ]),
  put,
];
