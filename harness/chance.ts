import type { Observation } from '../suites/vocabulary/observation.ts';
import type { HeaderFields } from '../suites/vocabulary/scenario.ts';
import type { ConcreteScenario } from './concrete.ts';

/** Where clients put what they draw at random, or read off the clock. */
const draws: readonly { readonly name: string; readonly field: RegExp; readonly value: RegExp }[] = [
  { name: 'boundary', field: /^content-type$/i, value: /boundary="?([^";]+)/ },
  { name: 'key', field: /^sec-websocket-key$/i, value: /(.+)/ },
  { name: 'now', field: /^(if-modified-since|date)$/i, value: /(.+)/ },
];

type Record = Pick<Observation, 'requests' | 'outcomes'>;

const fieldsIn = ({ requests, outcomes }: Record): HeaderFields => [
  ...requests.flatMap(({ headers }) => headers),
  ...outcomes.flatMap((outcome) => (outcome.kind === 'response' ? outcome.headers : [])),
];

/** A record in which everything that a client made up has a name of its own, the same in every run: `boundary-1`. */
export function nameWhatIsDrawn(record: Record, { calls, routes }: ConcreteScenario): Record {
  const given = JSON.stringify([calls, routes]);
  const fields = fieldsIn(record);
  const named = draws.flatMap(({ name, field, value }) => {
    const values = new Set(fields.flatMap(([key, text]) => (field.test(key) ? (value.exec(text)?.slice(1) ?? []) : [])));
    return [...values].filter((each) => !given.includes(each)).map((each, index) => [each, `${name}-${index + 1}`] as const);
  });
  if (named.length === 0) return record;
  return JSON.parse(named.reduce((text, [value, name]) => text.replaceAll(value, name), JSON.stringify(record))) as Record;
}
