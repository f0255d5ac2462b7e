import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import type { Observation, Outcome, RecordedRequest } from '../../../suites/vocabulary/observation.ts';
import { bytesText } from '../../../reports/model/record.ts';

/** What arrived at the servers, and what the callers got, in the words of a script. */
export interface Transcript {
  readonly arrived: readonly string[];
  readonly got: readonly string[];
}

/** Basic credentials in the clear, so that the names of secrets can be told in them. */
const readable = ([name, value]: readonly [string, string]): string =>
  `${name.toLowerCase()}: ${value.replace(/^Basic (.+)$/, (_, encoded: string) => `Basic ${Buffer.from(encoded, 'base64').toString()}`)}`;

/** The same names and secrets for the harness and a script: without the label of the scenario, and without ports. */
const alike = (text: string): string =>
  text
    .replaceAll(/canary-([a-z-]+)-[0-9a-z]{6}/g, 'secret-$1')
    .replaceAll(/-[0-9a-z]{6}(?=\.test)/g, '')
    .replaceAll(/(?<=\.test):\d+/g, '');

function arrival(origin: string, start: string, headers: HeaderFields, body: string): string {
  return alike([`${origin} got ${start}`, ...headers.map(readable).toSorted(), body].join('\n'));
}

const requestText = ({ origin, method, target, headers, body }: RecordedRequest): string =>
  arrival(origin, `${method} ${target}`, headers, bytesText(body));

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return alike(`${outcome.status}: ${bytesText(outcome.body)}`);
    case 'error':
      return alike(`${outcome.error.name}: ${outcome.error.message}`);
    case 'non-error':
      return alike(outcome.thrown);
    case 'hung':
    case 'crashed':
      return outcome.kind;
  }
}

/** What the harness saw. */
export const transcriptOfRun = ({ requests, outcomes }: Observation): Transcript => ({
  arrived: requests.map(requestText),
  got: outcomes.map(outcomeText),
});

const pairOf = (line: string): readonly [string, string] => {
  const [, name = '', value = ''] = /^ {2}([^:]+): ?(.*)$/.exec(line) ?? [];
  return [name, value];
};

function arrivalIn(block: string): string {
  const [start = '', ...lines] = block.replace(/\n$/, '').split('\n');
  const [, origin = '', request = ''] = /^(\S+) got (.*)$/.exec(start) ?? [];
  const atBody = lines.findIndex((line) => line.startsWith('  body: '));
  const body = lines.slice(atBody).join('\n').replace('  body: ', '');
  return arrival(origin, request, lines.slice(0, atBody).map(pairOf), body);
}

/** What a script printed. */
export function transcriptOfScript(printed: string): Transcript {
  const blocks = printed.split(/^(?=(?:[a-z0-9-]+|the caller) got )/m).filter((block) => block !== '');
  const isResult = (block: string): boolean => block.startsWith('the caller got ');
  return {
    arrived: blocks.filter((block) => !isResult(block)).map(arrivalIn),
    got: blocks.filter(isResult).map((block) => alike(block.replace('the caller got ', '').replace(/\n$/, ''))),
  };
}
