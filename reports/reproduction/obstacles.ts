import { type Answer, casesOf } from '../../suites/vocabulary/answer.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import { isOwnOrigin, isProxy, isSocksProxy, type OriginName, originNamed } from '../../suites/vocabulary/origin.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { ScriptedClient } from './clients.ts';

/** Members of a call for which every client is called in the same way. */
const plain = ['method', 'url', 'headers', 'body', 'userinfo'] as const satisfies readonly (keyof Call)[];

/** What a script cannot do about an origin. */
function originObstacle(name: OriginName): string | undefined {
  if (isOwnOrigin(name)) return 'it has origins of its own';
  if (isProxy(name) || isSocksProxy(name)) return 'it needs a proxy';
  const { scheme, flaw, address } = originNamed(name);
  if (scheme === 'https') return 'it needs certificates';
  if (flaw) return `its origin ${name} is ${flaw} on purpose`;
  return address && `its origin ${name} is at an ${address}`;
}

function answerObstacle(answer: Answer): string | undefined {
  if (answer.sent ?? answer.pieces) return 'its servers answer at a certain moment, or in pieces';
  if ('raw' in answer) return undefined;
  if (answer.trailers || (answer.framing !== undefined && answer.framing !== 'length'))
    return 'its answers have another framing than Content-Length';
  return typeof answer.body === 'object' ? 'the body of an answer is long or no text' : undefined;
}

function callObstacle(call: Call, { options }: ScriptedClient): string | undefined {
  const asked = Object.keys(call).filter((name) => !(plain as readonly string[]).includes(name));
  const unknown = asked.find((name) => !(options as readonly string[]).includes(name));
  if (unknown !== undefined) return `its call has the option ${unknown}`;
  return typeof call.body === 'object' ? 'the body of its call is long, no text or a stream' : undefined;
}

/** URLs in which a host is written without the port that it has in a script. */
const HOST_IN_URL = /(?:\/\/|@)\{[a-z0-9-]+\.host/;

/** Why there is no script for a scenario; undefined if there can be one. */
export function obstacleTo(scenario: Scenario, origins: readonly OriginName[], client: ScriptedClient): string | undefined {
  const { routes, calls, edge, events, atOnce } = scenario;
  if (edge ?? events) return 'it has an edge server, or events between its calls';
  if (atOnce) return 'its calls are made at once';
  const cases = Object.values(routes).flatMap(casesOf);
  if (cases.some(({ when }) => when?.serverName ?? when?.fromCall)) return 'its answers depend on more than the request';
  if (HOST_IN_URL.test(JSON.stringify([routes, calls]))) return 'its Location writes a host in another way';
  return (
    origins.map(originObstacle).find(Boolean) ??
    cases.map(({ answer }) => answerObstacle(answer)).find(Boolean) ??
    calls.map((call) => callObstacle(call, client)).find(Boolean)
  );
}
