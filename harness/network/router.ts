import type { ConcreteRoute } from '../concrete/concrete-scenario.ts';
import type { Answer, Case, Condition } from '../../suites/vocabulary/answer.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';

export interface RoutedRequest {
  readonly method: string;
  readonly headers: HeaderFields;
  /** The server name in the TLS handshake of its connection. */
  readonly serverName?: string | undefined;
}

export interface RoutedAnswer {
  readonly place: Place;
  readonly case: number;
  readonly answer: Answer;
}

function applies(when: Condition | undefined, request: RoutedRequest, visit: number, call: number): boolean {
  const { header } = when ?? {};
  const carries = (name: string, text: string): boolean =>
    request.headers.some(([key, value]) => key.toLowerCase() === name.toLowerCase() && value.includes(text));
  return (
    (when?.visit === undefined || when.visit === visit) &&
    (when?.fromCall === undefined || call >= when.fromCall) &&
    (when?.method === undefined || when.method === request.method) &&
    (header === undefined || carries(header.name, header.includes)) &&
    (when?.serverName === undefined || when.serverName === request.serverName)
  );
}

const withoutQuery = (url: string): string => url.split('?', 1).join();

/** An answer with the time of day, if it has a Date. */
function withDate(answer: Answer): Answer {
  if ('raw' in answer || !answer.dated) return answer;
  const { headers = [] } = answer;
  return { ...answer, headers: [...headers, ['Date', new Date().toUTCString()]] };
}

/** Finds the answer to each request; it remembers how often each place was visited, and which call it is. */
export class Router {
  readonly #routes: ReadonlyMap<string, ConcreteRoute>;
  readonly #visits = new Map<ConcreteRoute, number>();
  /** Which call is being made. */
  call = 1;

  constructor(routes: readonly ConcreteRoute[]) {
    this.#routes = new Map(routes.map((route) => [route.url, route]));
  }

  /** The answer to a request for an absolute URL. A route without a query also serves its path with any query. */
  answerTo(url: string, request: RoutedRequest): RoutedAnswer | undefined {
    const route = this.#routes.get(url) ?? this.#routes.get(withoutQuery(url));
    if (!route) return undefined;
    const visit = (this.#visits.get(route) ?? 0) + 1;
    this.#visits.set(route, visit);
    const index = route.cases.findIndex(({ when }) => applies(when, request, visit, this.call));
    const found: Case | undefined = route.cases[index];
    return found && { place: route.place, case: index, answer: withDate(found.answer) };
  }
}
