import type { Answer as Served, Route } from '../../suites/vocabulary/answer.ts';
import { casesOf } from '../../suites/vocabulary/answer.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { isOwnOrigin, originOf, type PathPlace, type Place, relation, type Relation } from '../../suites/vocabulary/origin.ts';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** What one client does in a scenario with redirects. */
export interface ClientAnswer {
  readonly column: string;
  /** Method and body of the request that arrived at the target, as a finding says it; undefined if none did. */
  readonly request?: string;
  /** The names of the caller's fields that the target received; `changed` if not as the caller gave them. */
  readonly fields: readonly { readonly name: string; readonly changed: boolean }[];
  /** How many requests all servers received. */
  readonly requests: number;
  /** How the call ended: `returned 200`, `error: redirect-loop`. */
  readonly outcome: string;
  /** Why there is no answer, if so. */
  readonly fault?: string;
}

/** A client that cannot make the call, and why. */
export interface NotAsked {
  readonly column: string;
  readonly because: string;
}

/** A scenario as a question, with what each client does. */
export interface Answered {
  readonly scenario: Scenario;
  /** The statuses on the way, each once: `308`. */
  readonly label: string;
  /** The URLs from the first to the target. */
  readonly path: readonly string[];
  /** How the target stands to the first URL. */
  readonly relation: Relation;
  readonly answers: readonly ClientAnswer[];
  readonly notAsked: readonly NotAsked[];
}

const placeOf = (url: string): PathPlace | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname, search } = new URL(url);
  return `{${origin}}${pathname}${search}` as PathPlace;
};

const withoutFragment = (place: string): string => place.replace(/#.*/s, '');

const locationOf = (served: Served): string | undefined => {
  if ('raw' in served) return /^location: *(.*?) *$/im.exec(served.raw)?.[1];
  return served.location ?? valuesOf(served.headers ?? [], 'location')[0];
};

/** Where a redirect leads, seen from the place that sends it; undefined if it cannot be told. */
function targetOf(from: Place, location: string): Place | undefined {
  if (location.startsWith('{')) return withoutFragment(location) as Place;
  const origin = originOf(from);
  const base = isOwnOrigin(origin) ? origin + from.slice(origin.length + 2) : undefined;
  if (base !== undefined) return URL.canParse(location, base) ? placeOf(new URL(location, base).href) : undefined;
  return location.startsWith('/') ? (`{${origin}}${withoutFragment(location)}` as Place) : placeOf(location);
}

/** What a place answers if no condition holds. */
const usualAnswer = (route: Route | undefined): Served | undefined =>
  route === undefined ? undefined : casesOf(route).at(-1)?.answer;

const urlOf = (place: Place): string => {
  const origin = originOf(place);
  return isOwnOrigin(origin) ? origin + place.slice(origin.length + 2) : place;
};

/** The way of a request through the redirects of a scenario. */
interface Way {
  readonly statuses: readonly string[];
  readonly path: readonly string[];
  /** Where it ends; undefined if it loops, or leads to a URL that is not of HTTP. */
  readonly target: Place | undefined;
}

const isOutOfHttp = (location: string): boolean => /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(location);

function wayFrom(start: Place, { routes }: Scenario): Way {
  const statuses: string[] = [];
  const path = [urlOf(start)];
  const seen = new Set<Place>([start]);
  for (let at = start; ;) {
    const served = usualAnswer((routes as Readonly<Record<string, Route>>)[at]);
    const location = served && locationOf(served);
    const isOut = location !== undefined && isOutOfHttp(location);
    const to = location === undefined || isOut ? undefined : targetOf(at, location);
    if (!served || (to === undefined && !isOut)) return { statuses, path, target: at };
    statuses.push('raw' in served ? served.raw.slice(9, 12) : String(served.status));
    path.push(to === undefined ? (location ?? '') : urlOf(to));
    if (to === undefined || seen.has(to)) return { statuses, path, target: undefined };
    seen.add(to);
    at = to;
  }
}

function answerOf(scenario: Scenario, target: Place | undefined, { column, checks, fault }: Cell): ClientAnswer {
  const valueOf = (fact: Fact): string | undefined => {
    const finding = checks[checkId(scenario.id, { fact })]?.finding;
    return finding && 'value' in finding ? finding.value : undefined;
  };
  const request = target && valueOf({ kind: 'request', at: target });
  const [call] = scenario.calls;
  const fields = (call?.headers ?? []).flatMap(([name, given]) => {
    const value = target && valueOf({ kind: 'field', name: name.toLowerCase(), at: target });
    return value === undefined || value === 'absent' ? [] : [{ name: name.toLowerCase(), changed: value !== given }];
  });
  return {
    column,
    ...(request !== undefined && { request }),
    fields,
    requests: Number(valueOf({ kind: 'requests' }) ?? 0),
    outcome: valueOf({ kind: 'outcome' }) ?? valueOf({ kind: 'settled' }) ?? 'nothing',
    ...(fault !== undefined && { fault }),
  };
}

/** Why a client was not asked, if so. */
function whyNotAsked({ column, checks, fault, observation }: Cell): NotAsked | undefined {
  if (observation || fault !== undefined) return undefined;
  const reasons = Object.values(checks).flatMap(({ finding }) => ('none' in finding ? [finding.because] : []));
  return { column, because: reasons[0] ?? 'the scenario was not run' };
}

/** What each client did with each redirect of a run. The scenarios have the standard checks. */
export function answersIn({ suites, cells }: Pick<Results, 'suites' | 'cells'>): readonly Answered[] {
  return suites
    .flatMap(({ scenarios }) => scenarios)
    .flatMap((scenario): readonly Answered[] => {
      const [call] = scenario.calls;
      if (!call) return [];
      const start = withoutFragment(call.url) as Place;
      const { statuses, path, target } = wayFrom(start, scenario);
      const own = cells.filter((cell) => cell.scenario === scenario.id);
      return [
        {
          scenario,
          label: [...new Set(statuses)].join(', '),
          path,
          relation: relation(originOf(start), originOf(target ?? start)),
          answers: own.filter((cell) => !whyNotAsked(cell)).map((cell) => answerOf(scenario, target, cell)),
          notAsked: own.flatMap((cell) => whyNotAsked(cell) ?? []),
        },
      ];
    });
}
