import { isDeepStrictEqual } from 'node:util';
import { labelOf } from '../../harness/concrete/names.ts';
import { judgeFindings } from '../../suites/judging/judge-findings.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import { fieldsOfHead } from '../../suites/vocabulary/header-fields.ts';
import type { Observation, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell, CheckResult } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** Stands for the label in the names of a scenario, which follows from its id. In JSON, this character is always escaped. */
const LABEL = '\u0001';

/** What is stored of a cell: nothing that follows from its scenario, a profile, or the rest of it. */
interface CompactCell {
  /** `headers` of a request are null if they are those of its head. */
  readonly observation?: Observation;
  /** In the order of the checks; null for one without a result. */
  readonly findings: readonly (Finding | null)[];
  /** The known deviations that describe a result, by the index of its check. */
  readonly known?: Readonly<Record<number, string>>;
  readonly fault?: string;
}

const fieldsFollow = ({ head, headers }: RecordedRequest): boolean =>
  head !== null && isDeepStrictEqual(fieldsOfHead(head), headers);

/** Null keeps the place of the member. */
const withoutFields = (observation: Observation): unknown => ({
  ...observation,
  requests: observation.requests.map((request) => (fieldsFollow(request) ? { ...request, headers: null } : request)),
});

function withFields(observation: Observation): Observation {
  const requests = observation.requests.map((request) => {
    const { head } = request;
    const headers = request.headers as RecordedRequest['headers'] | null;
    return headers === null && head !== null ? { ...request, headers: fieldsOfHead(head) } : request;
  });
  return { ...observation, requests };
}

/** A cell in one line, without its column and its scenario. */
export function compactCell({ observation, checks, fault }: Cell, scenario: Scenario): string {
  const results = scenario.checks.map((check) => checks[checkId(scenario.id, check)]);
  const known = results.flatMap((result, index) => (result?.known === undefined ? [] : [[index, result.known] as const]));
  const text = JSON.stringify({
    ...(observation && { observation: withoutFields(observation) }),
    findings: results.map((result) => result?.finding ?? null),
    ...(known.length > 0 && { known: Object.fromEntries(known) }),
    ...(fault !== undefined && { fault }),
  });
  return text.replaceAll(labelOf(scenario.id), LABEL);
}

/** The cell of such a line, judged by these profiles. Throws an error if the line is none of this scenario. */
export function cellFrom(line: string, column: string, scenario: Scenario, profiles: readonly Profile[]): Cell {
  const cell = JSON.parse(line.replaceAll(LABEL, labelOf(scenario.id))) as CompactCell;
  const { observation, findings, known = {}, fault } = cell;
  if (findings.length !== scenario.checks.length) throw new Error(`${scenario.id} has other checks`);
  const judged = judgeFindings(
    { ...scenario, checks: scenario.checks.filter((_, index) => findings[index]) },
    (check) => findings[scenario.checks.indexOf(check)] as Finding,
    profiles,
  );
  const ids = scenario.checks.map((check) => checkId(scenario.id, check));
  const marked = Object.entries(known).map(([index, entry]): [string, CheckResult] => {
    const id = ids[Number(index)] as (typeof ids)[number];
    return [id, { ...(judged[id] as CheckResult), known: entry }];
  });
  return {
    column,
    scenario: scenario.id,
    ...(observation && { observation: withFields(observation) }),
    checks: { ...judged, ...Object.fromEntries(marked) },
    ...(fault !== undefined && { fault }),
  };
}
