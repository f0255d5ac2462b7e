import { expect, test } from 'vitest';
import { decide } from '../../suites/judging/decide.ts';
import { satisfies } from '../../suites/judging/satisfies.ts';
import { allScenarios } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { ofBrowsers } from '../../suites/vocabulary/capability.ts';
import { checkId, type Ruling } from '../../suites/vocabulary/check.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Client, ClientRequest, ClientResponse } from '../adapter/index.ts';
import { startInProcess } from '../drivers/in-process-driver.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { ClientUnderTest } from '../run/client-under-test.ts';
import { runScenario } from '../run/run-scenario.ts';

// No rule book is a browser, so the musts that only a browser can meet are not proved with the reference client: that
// they can be met is seen in Chromium, whose deviations are known. Here it is seen that each of them can be missed.

/** Sends requests as a client without pages does, and follows redirects with the same fields. */
type Careless = (request: ClientRequest) => Promise<ClientResponse>;

const bodyOf = ({ form, body }: ClientRequest): BodyInit | undefined => (form ?? body) as BodyInit | undefined;

/** A client that knows nothing of pages: no CORS, no preflights, no Origin, and everything is told. */
const knowsNoPages: Careless = async (request) => {
  const { url, method, headers, redirect = 'follow', through } = request;
  const body = bodyOf(request);
  const response = await fetch(url, { method, headers, redirect, ...(body && { body }) });
  const told: [string, string][] = [
    ['Response-Type', 'default'],
    ['Redirect-Timing', 'shown'],
  ];
  return {
    status: through === 'beacon' || through === 'csp-report' ? 200 : response.status,
    headers: [...response.headers, ...told],
    body: new Uint8Array(await response.arrayBuffer()),
    url: `${response.url}#here`,
    redirected: response.redirected,
  };
};

/** A client that repeats every request with the same method, and says too much of itself, or nothing. */
const repeatsEverything: Careless = async (request) => {
  const { url, method, headers } = request;
  const body = bodyOf(request);
  const own: [string, string][] = [
    ['Origin', 'https://elsewhere.test'],
    ['Referer', url],
    ['Sec-Fetch-Site', 'none'],
    ['Cookie', 'seen=always'],
  ];
  let response = await fetch(url, { method, headers: [...headers, ...own], redirect: 'manual', ...(body && { body }) });
  for (let location = response.headers.get('location'); location !== null; location = response.headers.get('location')) {
    const next = new URL(location, url);
    response = await fetch(next, { method, headers: own, redirect: 'manual', ...(body && { body: bodyOf(request)! }) });
  }
  return { status: 200, headers: [['Redirect-Timing', 'zero']], body: new Uint8Array() };
};

/** A client that follows nothing, and sends everything twice. */
const followsNothing: Careless = async (request) => {
  const { url, method, headers } = request;
  const body = bodyOf(request);
  const send = (): Promise<Response> => fetch(url, { method, headers, redirect: 'manual', ...(body && { body }) });
  await send();
  const response = await send();
  return { status: response.status, headers: [...response.headers], body: new Uint8Array() };
};

const careless = [knowsNoPages, repeatsEverything, followsNothing];

const clientOf = (send: Careless): Client => ({
  name: send.name,
  version: '1',
  capabilities: [...ofBrowsers, 'manual', 'form', 'cookie-jar'],
  page: 'fetch',
  follows: true,
  send,
});

const isOfBrowsers = (scenario: Scenario): boolean => needsOf(scenario).some((need) => ofBrowsers.includes(need));

/** The requirements of the musts on the checks of a scenario; with findings, of those that they miss. */
const mustsOn = (scenario: Scenario, findings?: Cell['checks']): readonly string[] =>
  profiles.flatMap((profile) =>
    scenario.checks.flatMap((check) => {
      const id = checkId(scenario.id, check);
      const finding = findings?.[id]?.finding;
      const value = finding && 'value' in finding ? finding.value : undefined;
      const isMissed = ({ expect: wanted }: Ruling): boolean => value !== undefined && !satisfies(value, wanted);
      const musts = decide(id, check, profile).rulings.filter(({ level }) => level === 'must');
      return musts.filter((ruling) => !findings || isMissed(ruling)).map(({ requirement }) => requirement);
    }),
  );

test('every must that only a browser can meet is missed by a client that knows no pages', { timeout: 120_000 }, async () => {
  const authority = new CertificateAuthority();
  const scenarios = allScenarios.filter(isOfBrowsers);
  // Every other must is missed by a mutant of the reference client.
  const others = new Set(allScenarios.filter((scenario) => !isOfBrowsers(scenario)).flatMap((scenario) => mustsOn(scenario)));
  const missed = new Set<string>();
  for (const send of careless) {
    using client = new ClientUnderTest(() => startInProcess(clientOf(send)));
    for (const scenario of scenarios) {
      const context = { column: send.name, client, transport: 'wire', authority, profiles } as const;
      const { checks } = await runScenario(scenario, context);
      for (const each of mustsOn(scenario, checks)) missed.add(each);
    }
  }
  const own = new Set(scenarios.flatMap((scenario) => mustsOn(scenario)).filter((requirement) => !others.has(requirement)));
  expect(own.size).toBeGreaterThan(15);
  expect([...own].filter((requirement) => !missed.has(requirement))).toEqual([]);
});
