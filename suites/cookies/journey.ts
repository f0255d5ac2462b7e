import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../following.ts';
import { must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import { originOf, relation, type Place } from '../vocabulary/origin.ts';
import type { Call, Response, Scenario, Template } from '../vocabulary/scenario.ts';
import { awayFromHome, cookieAt } from './expected.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

/** A request on the way: what its answer sets, and what its own Cookie field is to be. */
export interface Stop {
  readonly at: Place;
  /** The values of Set-Cookie, each in a field of its own. */
  readonly sets?: readonly Template[];
  readonly gets?: readonly Ruling[];
}

/** A chain of redirects that a client with a jar goes along. */
export interface Journey {
  readonly name: string;
  readonly title: string;
  readonly stops: readonly [Stop, ...Stop[], Stop];
  readonly status?: RedirectStatus;
  readonly call?: Partial<Call>;
  readonly covers?: readonly RowId[];
  /** Whether a cookie on the way is one to be refused, for which the redirect is no worse. */
  readonly refused?: true;
}

/** The fields that set cookies. */
export const setting = (values: readonly Template[]): NonNullable<Response['headers']> =>
  values.map((value) => ['Set-Cookie', value] as const);

const hasLeft = ([first, ...others]: readonly Stop[]): boolean =>
  first !== undefined && others.some(({ at }) => relation(originOf(first.at), originOf(at)) !== 'same origin');

const goesOn = ({ stops, status = 302, refused }: Journey): readonly Ruling[] => [
  ...followingAlong(
    stops.map(({ at }) => at),
    status,
  ),
  ...(refused ? [must('rfc6265bis/refused-cookie-is-ignored', ['followed', `returned ${status}`])] : []),
];

/** The scenario of a journey: followed to its last stop, with the Cookie field at each stop that says something of it. */
export const journey = (each: Journey): Scenario => {
  const { name, title, stops, status = 302, call, covers = [] } = each;
  const last = stops.at(-1) ?? stops[0];
  const answer = ({ sets = [] }: Stop, next: Stop | undefined): Response =>
    next
      ? { status, location: next.at, headers: setting(sets) }
      : { status: 200, body: 'arrived', ...(sets.length > 0 && { headers: setting(sets) }) };
  return scenario({
    id: `cookies/${name}`,
    title,
    needs: ['cookie-jar'],
    routes: Object.fromEntries(stops.map((stop, index) => [stop.at, answer(stop, stops[index + 1])])),
    call: { method: 'GET', url: stops[0].at, ...call },
    covers,
    checks: [
      { fact: { kind: 'followed', to: last.at }, rulings: goesOn(each) },
      ...stops.flatMap(({ at, gets }, index) =>
        gets ? [cookieAt(at, hasLeft(stops.slice(0, index + 1)) ? awayFromHome(gets) : gets)] : [],
      ),
    ],
  });
};
