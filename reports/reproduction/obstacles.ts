import { type Answer, casesOf } from '../../suites/vocabulary/answer.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { FactKind } from '../../suites/vocabulary/fact.ts';
import { isProxy, isSocksProxy, type OriginName, originNamed } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { certificate } from './certificate.ts';
import type { ScriptedClient } from './clients.ts';
import { hostInScript } from './fill.ts';
import { addressInScript, originsInScript } from './situation.ts';

/** What a script cannot set up, in words. */
const needWords: Partial<Record<Capability, string>> = {
  'cookie-jar': 'a cookie jar',
  cache: 'a cache',
  agent: 'a client that is limited to one connection',
};

/** Members of a call for which every client is called in the same way. */
const plain = ['method', 'url', 'headers', 'body', 'userinfo', 'times'] as const satisfies readonly (keyof Call)[];

/** What a script does not print, and why it shows nothing then. */
const unseen: Partial<Record<FactKind, string>> = {
  'callers-objects': 'objects of the caller',
  connections: 'connections',
  exit: 'the end of the process',
  'final-url': 'the final URL that the client reports',
  history: 'the history that the client reports',
  'history-header': 'the history that the client reports',
  'left-open': 'connections',
  redirected: 'the redirects that the client reports',
  'response-header': 'the fields that the caller gets',
  reuse: 'connections',
  told: 'the redirects that the client reports',
};

/** Why a script does not show facts of these kinds; undefined if it shows one of them. */
export function unseenIn(kinds: readonly FactKind[]): string | undefined {
  const words = [...new Set(kinds.map((kind) => unseen[kind]))];
  return words.includes(undefined) || words.length === 0 ? undefined : `a script does not show ${words.join(', ')}`;
}

/** What a script cannot do about an origin. */
function originObstacle(name: OriginName, { language }: ScriptedClient): string | undefined {
  if (isProxy(name) || isSocksProxy(name)) return 'it needs a proxy';
  const { scheme, flaw, address, alpn } = originNamed(name);
  if (alpn) return 'its servers speak HTTP/2';
  if (flaw && flaw !== 'closed') return `its origin ${name} is ${flaw} on purpose`;
  if (address === 'unix socket') return `its origin ${name} is at a unix socket`;
  if (address === 'IPv6 address' && language === 'shell') return `its origin ${name} is at an IPv6 address`;
  const hasCertificate = (certificate.hosts as readonly string[]).includes(hostInScript(name));
  return scheme === 'https' && !hasCertificate ? `the certificate in scripts is not for its origin ${name}` : undefined;
}

/** Names with and without a final dot are one address. */
const serverAt = (name: OriginName): string => addressInScript(name).replace('.:', ':');

function sharedServer(origins: readonly OriginName[]): string | undefined {
  const servers = new Set(origins.map(serverAt));
  return servers.size < origins.length ? 'two of its origins have one server' : undefined;
}

function answerObstacle(answer: Answer): string | undefined {
  if (answer.sent ?? answer.pieces) return 'its servers answer at a certain moment, or in pieces';
  if ('raw' in answer) return answer.ending === 'reset' ? 'its servers reset a connection' : undefined;
  if (answer.dated) return 'its answers have the time of the answer';
  return typeof answer.body === 'object' ? 'the body of an answer is long or no text' : undefined;
}

function callObstacle(call: Call, { options, language }: ScriptedClient): string | undefined {
  const asked = Object.keys(call).filter((name) => !(plain as readonly string[]).includes(name));
  const unknown = asked.find((name) => !(options as readonly string[]).includes(name));
  if (unknown !== undefined) return `its call has the option ${unknown}`;
  if (language === 'shell' && /[^ -~]/.test(JSON.stringify(call.headers ?? []))) return 'a field of its call is not ASCII';
  return typeof call.body === 'object' ? 'the body of its call is long, no text or a stream' : undefined;
}

/** More calls are a load, and no reproduction. */
const MOST_CALLS = 20;

function callsObstacle({ calls, atOnce }: Scenario): string | undefined {
  if (atOnce) return 'its calls are made at once';
  const count = calls.reduce((sum, { times = 1 }) => sum + times, 0);
  return count > MOST_CALLS ? `it makes ${count} calls` : undefined;
}

/** A plain port to which a URL of https leads. Servers refuse TLS there in ways of their own. */
const TLS_AT_PLAIN_PORT = /https:\/\/\{[a-z-]+\.host\}:80/;

/** Why there is no script for a scenario; undefined if there can be one. */
export function obstacleTo(scenario: Scenario, client: ScriptedClient): string | undefined {
  const { routes, calls, edge, events, needs = [], checks } = scenario;
  if (edge ?? events) return 'it has an edge server, or events between its calls';
  const need = needs.map((name) => needWords[name]).find(Boolean);
  if (need !== undefined) return `it needs ${need}`;
  const cases = Object.values(routes).flatMap(casesOf);
  if (cases.some(({ when }) => when?.serverName ?? when?.fromCall)) return 'its answers depend on more than the request';
  if (TLS_AT_PLAIN_PORT.test(JSON.stringify(routes))) return 'a URL of https leads to a port without TLS';
  const origins = originsInScript(scenario);
  return (
    callsObstacle(scenario) ??
    origins.map((name) => originObstacle(name, client)).find(Boolean) ??
    sharedServer(origins) ??
    cases.map(({ answer }) => answerObstacle(answer)).find(Boolean) ??
    calls.map((call) => callObstacle(call, client)).find(Boolean) ??
    unseenIn(checks.map(({ fact }) => fact.kind).filter((kind) => kind !== 'settled'))
  );
}
