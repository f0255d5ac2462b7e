import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { Observation, Outcome, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { ConcreteScenario } from '../concrete/concrete-scenario.ts';

interface Changing {
  readonly name: string;
  readonly field: RegExp;
  readonly value: RegExp;
  /** Whether the value depends on the second in which it was made. How many values there are is chance then, so they have no number. */
  readonly ofClock?: true;
}

/** Fields in which clients send random values, or the time of day. */
const changing: readonly Changing[] = [
  { name: 'boundary', field: /^content-type$/i, value: /boundary="?([^";]+)/ },
  { name: 'key', field: /^sec-websocket-key$/i, value: /(.+)/ },
  { name: 'invocation', field: /^amz-sdk-invocation-id$/i, value: /(.+)/ },
  { name: 'now', field: /^(if-modified-since|date|x-amz-date)$/i, value: /(.+)/, ofClock: true },
  { name: 'today', field: /^authorization$/i, value: /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\//, ofClock: true },
  { name: 'signature', field: /^authorization$/i, value: /^AWS4-HMAC-SHA256 .*\bSignature=([0-9a-f]{64})/, ofClock: true },
];

type Recorded = Pick<Observation, 'requests' | 'outcomes'>;

/** The fields of an answer that no scenario says. */
const fieldsOfAnswer = ({ answer }: RecordedRequest): HeaderFields =>
  (answer?.head ?? '').split('\r\n').flatMap((line) => {
    const [, name, value] = /^([^:]+): (.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });

const fieldsIn = ({ requests, outcomes }: Recorded): HeaderFields => [
  ...requests.flatMap((request) => [...request.headers, ...fieldsOfAnswer(request)]),
  ...outcomes.flatMap((outcome) => (outcome.kind === 'response' ? outcome.headers : [])),
];

/** A record in which every value that the client generated has a name instead, the same in every run: `boundary-1`, `now`. */
function withNamesForGenerated(record: Recorded, { calls, routes }: ConcreteScenario): Recorded {
  const fields = fieldsIn(record);
  const found = changing.map(({ field, value, ...rest }) => {
    const values = fields.flatMap(([key, text]) => (field.test(key) ? (value.exec(text)?.slice(1) ?? []) : []));
    return { ...rest, values: [...new Set(values)] };
  });
  if (found.every(({ values }) => values.length === 0)) return record;
  const given = JSON.stringify([calls, routes]);
  const named = found.flatMap(({ name, values, ofClock }) =>
    values.filter((each) => !given.includes(each)).map((each, index) => [each, ofClock ? name : `${name}-${index + 1}`] as const),
  );
  return JSON.parse(named.reduce((text, [value, name]) => text.replaceAll(value, name), JSON.stringify(record))) as Recorded;
}

/** What is chance in the text of an error: where an object is in the memory of Python, and how long curl took. */
const chance: readonly (readonly [text: RegExp, name: string])[] = [
  [/\bat 0x[\da-f]{6,}\b/g, 'at 0x…'],
  [/\bafter \d+ ms\b/g, 'after … ms'],
];

/** The same outcome; an error has nothing that is chance. */
function withoutChance(outcome: Outcome): Outcome {
  if (outcome.kind !== 'error') return outcome;
  return JSON.parse(chance.reduce((text, [each, name]) => text.replaceAll(each, name), JSON.stringify(outcome))) as Outcome;
}

/** The record as it is stored, the same in every run. The order in which calls made at once are served is chance. */
export function normalise(record: Recorded, scenario: ConcreteScenario): Recorded {
  const { requests, outcomes: seen } = withNamesForGenerated(record, scenario);
  const outcomes = seen.map(withoutChance);
  if (!scenario.atOnce) return { requests, outcomes };
  const byTarget = requests.toSorted((one, other) => one.target.localeCompare(other.target));
  return { requests: byTarget.map((request) => ({ ...request, connection: null })), outcomes };
}
