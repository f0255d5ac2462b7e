import { canaryRulings } from '../rulings/canaries.ts';
import { followingAlong } from '../rulings/following.ts';
import { may, should } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import { originOf, type Place, relation } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { acceptedAt, basic, byOption, inUrl, sentAt, withoutAuthorization } from './basic.ts';

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  /** The Location, if it is not the full URL of the target. */
  readonly location?: Template;
}

const moves: readonly Move[] = [
  { name: 'relative', title: 'to a path', from: '{home}/start', to: '{home}/target', location: '/target' },
  { name: 'same-origin', title: 'to the same origin, by its full URL', from: '{home}/start', to: '{home}/target' },
  { name: 'host', title: 'to another host', from: '{home}/start', to: '{other}/target' },
  { name: 'port', title: 'to another port', from: '{home}/start', to: '{home-8080}/target' },
  { name: 'subdomain', title: 'to a subdomain', from: '{home}/start', to: '{sub}/target' },
  { name: 'parent-domain', title: 'to the parent domain', from: '{sub}/start', to: '{home}/target' },
  { name: 'scheme-up', title: 'from http to https', from: '{home}/start', to: '{home-tls}/target' },
  { name: 'scheme-down', title: 'from https to http', from: '{home-tls}/start', to: '{home}/target' },
  {
    name: 'one-port-up',
    title: 'from http to https on one port',
    from: '{dual}/start',
    to: '{dual-tls}/target',
  },
  {
    name: 'one-port-down',
    title: 'from https to http on one port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
  },
];

/** The client generates the field, so RFC 9110 rules on it more strictly than on a field that the caller set. */
const leaving = (from: Place, to: Place): readonly RulingOn<'field'>[] => [
  ...canaryRulings('authorization', relation(originOf(from), originOf(to))).filter(({ authority }) => authority !== 'rfc9110'),
  should('rfc9110/resource-fields-renewed', 'absent'),
];

const ways = [
  {
    name: 'option',
    title: 'Password as an option',
    how: byOption,
    // Fetch has no such option, so it does not ask for the field.
    relative: [should('rfc9110/request-resent', basic)],
    absolute: [should('rfc9110/request-resent', basic)],
    covers: { within: [], away: ['a-basic-option-not-readded'] },
  },
  {
    name: 'userinfo',
    title: 'Password in the first URL',
    how: inUrl,
    relative: [
      may(
        'rfc3986/absolute-path-reference',
        [basic, 'absent'],
        'The new URL has the password of the old one, but no text says that a client has to turn it into a field.',
      ),
    ],
    absolute: [
      may(
        'rfc9110/credentials-within-protection-space',
        [basic, 'absent'],
        'The new URL has no password, but lies in the same protection space.',
      ),
    ],
    covers: { within: ['a-url-userinfo-same-origin'], away: ['a-url-userinfo-cross-host'] },
  },
] as const;

type Way = (typeof ways)[number];

const rulingsOn = ({ relative, absolute }: Way, { from, to, location }: Move): readonly RulingOn<'field'>[] => {
  if (originOf(from) !== originOf(to)) return leaving(from, to);
  return location === undefined ? absolute : relative;
};

const toScenario = (way: Way, move: Move, status: RedirectStatus): Scenario => {
  const { name, title, from, to, location = to } = move;
  const redirect: Response = { status, headers: [['Location', location]] };
  return withoutAuthorization({
    id: `credentials/${way.name}-${name}-${status}`,
    title: `${way.title}, on a ${status} ${title}`,
    routes: { [from]: redirect, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from, ...way.how },
    covers: originOf(from) === originOf(to) ? way.covers.within : way.covers.away,
    checks: [
      {
        fact: { kind: 'followed', to },
        given: acceptedAt(from),
        rulings: followingAlong([from, to], status),
      },
      { fact: { kind: 'field', name: 'Authorization', at: to }, given: sentAt(from), rulings: rulingsOn(way, move) },
    ],
  });
};

/** A client that generates Authorization from an option or a URL has to check, at each redirect, which origin it was given for. */
export const givenPasswords: readonly Scenario[] = ways.flatMap((way) =>
  moves.flatMap((move) => redirectStatuses.map((status) => toScenario(way, move, status))),
);
