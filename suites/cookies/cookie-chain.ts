import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong, understood } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place, relation } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { awayFromHome, cookieAt } from './expected.ts';

/** A request of the chain: the cookies that its answer sets, and the rulings on its own Cookie field. */
export interface CookieStop {
  readonly at: Place;
  /** The values of Set-Cookie, each in its own field. */
  readonly sets?: readonly Template[];
  readonly gets?: readonly RulingOn<'field'>[];
}

/** A chain of redirects for a client with a jar. */
export interface CookieChain {
  readonly name: string;
  readonly title: string;
  readonly stops: readonly [CookieStop, ...CookieStop[], CookieStop];
  readonly status?: RedirectStatus;
  readonly call?: Partial<Call>;
  readonly covers?: readonly RowId[];
  /** The client must refuse a cookie of the chain, and follow the redirect anyway. */
  readonly refused?: true;
}

/** The fields that set cookies. */
export const setCookieFields = (values: readonly Template[]): HeaderFields => values.map((value) => ['Set-Cookie', value]);

const leavesOrigin = ([first, ...others]: readonly CookieStop[]): boolean =>
  first !== undefined && others.some(({ at }) => relation(originOf(first.at), originOf(at)) !== 'same origin');

const followedRulings = ({ stops, status = 302, refused }: CookieChain): readonly RulingOn<'followed'>[] => [
  ...followingAlong(
    stops.map(({ at }) => at),
    status,
  ),
  ...(refused ? [must('rfc6265bis/refused-cookie-is-ignored', understood(status))] : []),
];

/** A chain that the client follows to its last stop, with a check of the Cookie field at each stop that has rulings on it. */
export const toCookieScenario = (chain: CookieChain): Scenario => {
  const { name, title, stops, status = 302, call, covers = [] } = chain;
  const last = stops.at(-1) ?? stops[0];
  const answer = ({ sets = [] }: CookieStop, next: CookieStop | undefined): Response =>
    next
      ? { status, location: next.at, headers: setCookieFields(sets) }
      : { status: 200, body: 'arrived', ...(sets.length > 0 && { headers: setCookieFields(sets) }) };
  return scenario({
    id: `cookies/${name}`,
    title,
    needs: ['cookie-jar'],
    routes: Object.fromEntries(stops.map((stop, index) => [stop.at, answer(stop, stops[index + 1])])),
    call: { method: 'GET', url: stops[0].at, ...call },
    covers,
    checks: [
      { fact: { kind: 'followed', to: last.at }, rulings: followedRulings(chain) },
      ...stops.flatMap(({ at, gets }, index) =>
        gets ? [cookieAt(at, leavesOrigin(stops.slice(0, index + 1)) ? awayFromHome(gets) : gets)] : [],
      ),
    ],
  });
};
