import type { Call } from '../../suites/vocabulary/call.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import { pathOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario, Story } from '../../suites/vocabulary/scenario.ts';
import { hasWireTwin } from './cells.ts';

/** What became of the traffic of one step; the clients for which all numbers are the same are one row. */
export interface StoryRow {
  readonly columns: readonly string[];
  /** Calls with a body. */
  readonly sent: number;
  readonly arrived: number;
  readonly withPayload: number;
  readonly lostSilently: number;
  readonly lostWithError: number;
  /** Calls without a body: how many of them arrived. */
  readonly views: number;
  readonly viewsArrived: number;
  /** Requests that the old origin still received. */
  readonly asked: number;
  /** Bytes that it answered with; undefined where there are no sockets. */
  readonly bytes?: number;
}

/** A step of a story with what was measured in it. */
export interface StoryStep {
  readonly title: string;
  readonly says: string;
  readonly rows: readonly StoryRow[];
}

/** A story of a run. */
export interface MeasuredStory extends Pick<Story, 'title' | 'url'> {
  readonly suite: string;
  readonly steps: readonly StoryStep[];
}

/** Where the new origin has what a call asks the old one for. */
const newPlaceOf = ({ url }: Call, { checks }: Scenario): Place | undefined =>
  checks
    .flatMap(({ fact }) => (fact.kind === 'requests' && fact.at !== undefined ? [fact.at] : []))
    .find((at) => at !== url && pathOf(at) === pathOf(url));

function rowOf({ column, checks }: Cell, scenario: Scenario): StoryRow {
  const count = (fact: Fact): number | undefined => {
    const finding = checks[checkId(scenario.id, { fact })]?.finding;
    return finding && 'value' in finding ? Number(finding.value) : undefined;
  };
  const sum = (calls: readonly Call[], factOf: (call: Call, to: Place) => Fact): number =>
    calls.reduce((total, call) => total + (count(factOf(call, newPlaceOf(call, scenario) ?? call.url)) ?? 0), 0);
  const isReport = ({ body }: Call): boolean => body !== undefined;
  const made = (calls: readonly Call[]): number => calls.reduce((total, { times = 1 }) => total + times, 0);
  const reports = scenario.calls.filter(isReport);
  const views = scenario.calls.filter((call) => !isReport(call));
  const sent = made(reports);
  const withPayload = sum(reports, (_, at) => ({ kind: 'delivered', at }));
  const lostWithError = Math.min(
    sum(reports, ({ url }) => ({ kind: 'failed', to: url })),
    sent - withPayload,
  );
  const sizes = scenario.calls.map(({ url }) => count({ kind: 'answer-bytes', at: url }));
  return {
    columns: [column],
    sent,
    arrived: sum(reports, (_, at) => ({ kind: 'requests', at })),
    withPayload,
    lostSilently: sent - withPayload - lostWithError,
    lostWithError,
    views: made(views),
    viewsArrived: sum(views, (_, at) => ({ kind: 'requests', at })),
    asked: sum(scenario.calls, ({ url }) => ({ kind: 'requests', at: url })),
    ...(sizes.every((size) => size !== undefined) && { bytes: sizes.reduce((total, size) => total + size, 0) }),
  };
}

const isMeasured = ({ checks }: Cell): boolean =>
  Object.entries(checks).some(([id, { finding }]) => id.includes('#failed') && 'value' in finding);

function joined(rows: readonly StoryRow[]): readonly StoryRow[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify({ ...row, columns: [] }));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, columns: [first, ...others].flatMap(({ columns }) => columns) }] : [],
  );
}

/** The stories of a run, with the numbers that were measured. A client under MSW that also ran on the wire is left out. */
export function storiesIn({ suites, columns, cells }: Pick<Results, 'suites' | 'columns' | 'cells'>): readonly MeasuredStory[] {
  const shown = new Set(columns.filter((column) => !hasWireTwin(column, columns)).map(({ id }) => id));
  const cellsOf = Map.groupBy(
    cells.filter(({ column }) => shown.has(column)),
    ({ scenario }) => scenario,
  );
  return suites.flatMap(({ id: suite, scenarios, story }) => {
    if (!story) return [];
    const steps = story.steps.flatMap(({ scenario: id, title, says }): readonly StoryStep[] => {
      const scenario = scenarios.find((each) => each.id === id);
      const measured = (cellsOf.get(id) ?? []).filter(isMeasured);
      return scenario && measured.length > 0
        ? [{ title, says, rows: joined(measured.map((cell) => rowOf(cell, scenario))) }]
        : [];
    });
    return steps.length === 0 ? [] : [{ suite, title: story.title, url: story.url, steps }];
  });
}
