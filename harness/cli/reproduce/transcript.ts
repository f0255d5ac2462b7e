import type { HeaderFields } from '../../../suites/vocabulary/header-fields.ts';
import type { Observation, Outcome, RecordedRequest, ThrownError } from '../../../suites/vocabulary/observation.ts';
import { bytesText } from '../../../reports/model/record.ts';

/** What arrived at the servers, and what the callers got, in the words of a script. */
export interface Transcript {
  readonly arrived: readonly string[];
  readonly got: readonly string[];
}

/** Basic credentials in the clear, so that the names of secrets can be told in them. */
const readable = ([name, value]: readonly [string, string]): string =>
  `${name.toLowerCase()}: ${value.replace(/^Basic (.+)$/, (_, encoded: string) => `Basic ${Buffer.from(encoded, 'base64').toString()}`)}`;

/** The same names, addresses and secrets for the harness and a script: without what belongs to the scenario. */
const alike = (text: string): string =>
  text
    .replaceAll(/canary-([a-z-]+)-[0-9a-z]{6}/g, 'secret-$1')
    .replaceAll(/-[0-9a-z]{6}(?=\.(?:test|s3\.))/gi, '')
    .replaceAll(/(?<=198\.1[89]\.)\d+\.\d+/g, '0.1')
    .replaceAll(/(?<=2001:0?db8:[0:]*(?:1:)?:?)[0-9a-f]{4}:[0-9a-f]{4}/gi, '1000:1');

/** An error that a client has because an address has no server. The harness and a script refuse it in different ways. */
const NO_SERVER = /EBLOCKED|ENOTFOUND|ECONNREFUSED|Connection refused|Couldn't connect|Could not connect/;

const errorText = (text: string): string => (NO_SERVER.test(text) ? 'no such address' : alike(text));

function arrival(origin: string, start: string, headers: HeaderFields, body: string): string {
  return alike([`${origin} got ${start}`, ...headers.map(readable).toSorted(), body].join('\n'));
}

const requestText = ({ origin, method, target, headers, body }: RecordedRequest): string =>
  arrival(origin, `${method} ${target}`, headers, bytesText(body));

/** An error as it prints itself. Some begin their message with their name. */
const nameAndMessage = ({ name, message }: ThrownError): string =>
  message.startsWith(`${name}: `) || message === '' ? message || name : `${name}: ${message}`;

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'response':
      return alike(`${outcome.status}: ${bytesText(outcome.body)}`);
    case 'error':
      return errorText(nameAndMessage(outcome.error));
    case 'non-error':
      return errorText(outcome.thrown);
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

/** A response begins with its status. */
const resultIn = (text: string): string => (/^\d+: /.test(text) ? alike(text) : errorText(text));

/** What a script printed. */
export function transcriptOfScript(printed: string): Transcript {
  const blocks = printed.split(/^(?=(?:[a-z0-9-]+|the caller) got )/m).filter((block) => block !== '');
  const isResult = (block: string): boolean => block.startsWith('the caller got ');
  return {
    arrived: blocks.filter((block) => !isResult(block)).map(arrivalIn),
    got: blocks.filter(isResult).map((block) => resultIn(block.replace('the caller got ', '').replace(/\n$/, ''))),
  };
}
