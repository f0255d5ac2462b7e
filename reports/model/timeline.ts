import { casesOf } from '../../suites/vocabulary/answer.ts';
import type { Observation, Outcome, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** A moment on the clock of a scenario: an event between calls, or a call. */
export interface TimelineRow {
  /** Since the first call: `0:02:00`. */
  readonly time: string;
  readonly what: string;
  /** What the edge server was asked and did, a text for each request. */
  readonly edge: readonly string[];
  /** What the origin behind it was asked and answered. */
  readonly origin: readonly string[];
  /** What the caller got; empty for an event. */
  readonly caller: string;
}

function clock(seconds: number): string {
  const [minutes, hours] = [Math.trunc(seconds / 60) % 60, Math.trunc(seconds / 3600)];
  const padded = [minutes, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return [hours, ...padded].join(':');
}

/** The status of the answer to a request. */
function statusOf({ answeredBy }: RecordedRequest, { routes }: Scenario): string {
  const route = answeredBy && routes[answeredBy.place];
  const answer = route && casesOf(route)[answeredBy.case]?.answer;
  return answer && 'status' in answer ? String(answer.status) : '404';
}

/** Longer bodies are not shown. */
const LONGEST = 40;

function resultOf(outcome: Outcome | undefined): string {
  if (!outcome) return 'nothing';
  if (outcome.kind !== 'response') return outcome.kind === 'error' ? outcome.class : outcome.kind;
  const { status, body } = outcome;
  return 'text' in body && body.length > 0 && body.length <= LONGEST ? `${status} “${body.text}”` : String(status);
}

/** What happened, call by call and event by event, in a scenario with an edge server; nothing in others. */
export function timelineOf(scenario: Scenario, { requests, outcomes }: Observation): readonly TimelineRow[] {
  const { edge, events = [], calls } = scenario;
  if (!edge) return [];
  let seconds = 0;
  return calls.flatMap(({ method, url }, index): readonly TimelineRow[] => {
    const call = index + 1;
    const happened = events
      .filter(({ beforeCall }) => beforeCall === call)
      .map(({ title, seconds: passed = 0 }): TimelineRow => {
        seconds += passed;
        return { time: clock(seconds), what: title, edge: [], origin: [], caller: '' };
      });
    const during = requests.filter((request) => request.call === call);
    const at = (origin: string): readonly RecordedRequest[] => during.filter((request) => request.origin === origin);
    return [
      ...happened,
      {
        time: clock(seconds),
        what: `Call ${call}: ${method} ${url}`,
        edge: at(edge.at).map((request) => `${request.target}: ${request.edge ?? 'not relayed'}, ${statusOf(request, scenario)}`),
        origin: at(edge.origin).map((request) => `${request.target}: ${statusOf(request, scenario)}`),
        caller: resultOf(outcomes[index]),
      },
    ];
  });
}

/** A timeline, and the columns of the run in which it was the same. */
export interface SharedTimeline {
  readonly columns: readonly string[];
  readonly rows: readonly TimelineRow[];
}

/** The timelines of a run that has only one scenario. */
export function timelinesIn({ suites, cells }: Pick<Results, 'suites' | 'cells'>): readonly SharedTimeline[] {
  const [scenario, ...others] = suites.flatMap(({ scenarios }) => scenarios);
  if (!scenario?.edge || others.length > 0) return [];
  const all = cells.flatMap(({ column, observation }) =>
    observation ? [{ columns: [column], rows: timelineOf(scenario, observation) }] : [],
  );
  const groups = Map.groupBy(all, ({ rows }) => JSON.stringify(rows));
  return [...groups.values()].flatMap(([first, ...same]) =>
    first ? [{ ...first, columns: [first, ...same].flatMap(({ columns }) => columns) }] : [],
  );
}
