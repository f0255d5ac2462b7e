import { type Answer, type Case, casesOf, type Route } from '../../suites/vocabulary/answer.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import { isGivenBy, versionsOf } from '../../suites/vocabulary/nginx.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { originNamed } from '../../suites/vocabulary/origin.ts';
import { type Mock, nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Ready } from '../drivers/protocol.ts';
import { whyNoPage } from './page-limits.ts';
import { originsOf } from '../concrete/concrete-scenario.ts';

/** Why nothing can be found. */
type Unable = Extract<Finding, { readonly none: string }>;

const casesIn = ({ routes }: Scenario): readonly Case[] => Object.values(routes).flatMap((route: Route) => casesOf(route));

const answersOf = (scenario: Scenario): readonly Answer[] => casesIn(scenario).map(({ answer }) => answer);

const needing =
  (capability: Capability) =>
  (scenario: Scenario): boolean =>
    needsOf(scenario).includes(capability);

/** What only sockets can do, each with the reason why a mock cannot; its name is put in for MSW. */
const beyondMocks: readonly {
  readonly because: string;
  readonly isAskedBy: (scenario: Scenario) => boolean;
  /** Where only one mock cannot. */
  readonly only?: Mock;
}[] = [
  { because: 'MSW cannot answer in raw bytes', isAskedBy: (scenario) => answersOf(scenario).some((answer) => 'raw' in answer) },
  {
    because: 'MSW cannot choose when it answers',
    isAskedBy: (scenario) => answersOf(scenario).some(({ sent }) => sent !== undefined),
  },
  {
    because: 'MSW has no packets',
    isAskedBy: (scenario) => answersOf(scenario).some(({ pieces }) => pieces !== undefined),
  },
  {
    only: 'msw',
    because: 'MSW matches no URL above 8192 characters',
    isAskedBy: ({ routes }) => Object.keys(routes).some((place) => place.length > 8192),
  },
  {
    because: 'MSW does not report when it answers',
    isAskedBy: ({ calls }) => calls.some(({ abort }) => abort && abort.on !== 'start'),
  },
  { because: 'MSW has no edge server', isAskedBy: ({ edge }) => edge !== undefined },
  {
    because: 'MSW does not know which call it is',
    isAskedBy: (scenario) => casesIn(scenario).some(({ when }) => when?.fromCall !== undefined),
  },
  { because: 'MSW answers before a proxy is reached', isAskedBy: needing('proxy') },
  { because: 'MSW answers before a SOCKS proxy is reached', isAskedBy: needing('socks-proxy') },
  { because: 'MSW answers for every address', isAskedBy: needing('unix-socket') },
  { because: 'MSW needs other handlers for other APIs', isAskedBy: ({ calls }) => calls.some(({ through }) => through) },
  { because: 'MSW has no TLS handshakes', isAskedBy: needing('client-certificate') },
  {
    because: 'MSW has no TLS handshakes',
    isAskedBy: (scenario) => casesIn(scenario).some(({ when }) => when?.serverName !== undefined),
  },
  { because: 'MSW does not speak HTTP/2', isAskedBy: needing('http2') },
  { because: 'MSW has no connections', isAskedBy: needing('agent') },
  // It asks for another connection.
  {
    because: 'MSW has no connections',
    isAskedBy: (scenario) => answersOf(scenario).some((answer) => 'status' in answer && answer.status === 421),
  },
  {
    because: 'MSW has no certificates, and answers for every address',
    isAskedBy: (scenario) => originsOf(scenario).some((name) => originNamed(name).flaw !== undefined),
  },
];

/** A redirect in raw bytes, also behind interim responses. */
const RAW_REDIRECT = /^(?:HTTP\/1\.\d 1\d\d\b[^]*?\r?\n\r?\n)*HTTP\/1\.\d 3\d\d\b[^]*\r?\nLocation:/i;

/** Whether an answer is a redirect to somewhere. */
function isRedirect(answer: Answer): boolean {
  if ('raw' in answer) return RAW_REDIRECT.test(answer.raw);
  const { status, location, headers = [] } = answer;
  const isLocated = location !== undefined || headers.some(([name]) => name.toLowerCase() === 'location');
  return status >= 300 && status < 400 && isLocated;
}

/** Whether a client has to follow redirects by default for a scenario to show anything: it meets one, and no option says what to do. */
const needsFollowing = (scenario: Scenario): boolean =>
  scenario.calls.some(
    ({ redirect, maxRedirects, through }) => redirect === undefined && maxRedirects === undefined && through === undefined,
  ) && answersOf(scenario).some(isRedirect);

function obstacleUnder(mock: Mock, scenario: Scenario): Unable | undefined {
  const beyond = beyondMocks.find(({ isAskedBy, only = mock }) => only === mock && isAskedBy(scenario));
  return beyond && { none: 'transport', because: beyond.because.replace('MSW', nameOfMock[mock]) };
}

/** What a client can do, as far as scenarios need it. */
interface Able extends Pick<Ready, 'capabilities' | 'methods' | 'page'> {
  /** Default: true. */
  readonly follows?: boolean;
}

/** The methods of a scenario that a client cannot send. `patch` is another method than `PATCH` (RFC 9110, section 9.1). */
function methodsBeyond({ methods }: Able, { calls }: Scenario): readonly string[] {
  const asked = calls.flatMap(({ method, through }) => (through ? [] : [method]));
  return methods ? [...new Set(asked.filter((method) => !methods.includes(method)))] : [];
}

/** Why a version of nginx gives no answer of a scenario, if so. */
function beyondNginx(scenario: Scenario, version: string): string | undefined {
  const [first, ...others] = answersOf(scenario).flatMap(({ nginx }) => nginx ?? []);
  if (!first) return 'no answer of it is one of nginx';
  const unable = [first, ...others].find((nginx) => !isGivenBy(nginx, version));
  return unable && `nginx ${version} gives another answer: this one is of ${versionsOf(unable)}`;
}

/** Why a scenario cannot be run against a client, if so: the finding of each of its checks. */
export function obstacle(scenario: Scenario, client: Able, transport: Transport, nginxVersion?: string): Unable | undefined {
  const lacking = needsOf(scenario).filter((capability) => !client.capabilities.includes(capability));
  if (lacking.length > 0) return { none: 'capability', because: `the adapter does not declare ${lacking.join(', ')}` };
  const methods = methodsBeyond(client, scenario);
  if (methods.length > 0) return { none: 'capability', because: `the client cannot send ${methods.join(', ')}` };
  const beyondPage = client.page && whyNoPage(scenario, client.page);
  if (beyondPage) return { none: 'capability', because: beyondPage };
  if (client.follows === false && needsFollowing(scenario)) {
    return { none: 'capability', because: 'the client does not follow redirects by default' };
  }
  const because = nginxVersion === undefined ? undefined : beyondNginx(scenario, nginxVersion);
  if (because !== undefined) return { none: 'servers', because };
  return transport === 'wire' ? undefined : obstacleUnder(transport, scenario);
}
