import { type Answer, type Case, casesOf, type Route } from '../../suites/vocabulary/answer.ts';
import { ofBrowsers } from '../../suites/vocabulary/capability.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { originNamed, originOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { PageKind } from '../../suites/vocabulary/page.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { originsOf } from '../concrete/concrete-scenario.ts';

/** Forbidden request-header of the Fetch Standard: the browser sets these itself. */
const forbiddenFields =
  /^(accept-(charset|encoding)|access-control-request-(headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

/** Planted in every call of the catalogue, whether a scenario is about them or not. */
const always = /^(authorization|x-api-key)$/i;

interface Limits {
  /** The fields of a call that a page cannot set. */
  readonly fields: (name: string) => boolean;
  readonly method: (method: string) => boolean;
  readonly body: (call: Call) => boolean;
}

const limitsOf: Readonly<Record<PageKind, Limits>> = {
  fetch: {
    fields: (name) => forbiddenFields.test(name),
    method: (method) => /^(CONNECT|TRACE|TRACK)$/i.test(method),
    body: () => false,
  },
  navigation: {
    fields: (name) => !always.test(name),
    method: (method) => !/^(GET|POST)$/.test(method),
    body: ({ method, body, form }) => body !== undefined || (method === 'POST' && form === undefined),
  },
};

const isSecure = (name: Place): boolean => originNamed(originOf(name)).scheme === 'https';

/** Whether a page of https would have to ask http: mixed content, which a browser refuses. */
const isMixed = (scenario: Scenario): boolean =>
  scenario.calls.some(({ url }) => isSecure(url)) && originsOf(scenario).some((name) => originNamed(name).scheme === 'http');

/** Whether an answer at another origin than the page is in bytes, so that it cannot allow the page to read it. */
const hasForeignBytes = ({ routes, calls }: Scenario): boolean =>
  Object.entries(routes).some(
    ([place, route]: [string, Route]) =>
      calls.some(({ url }) => originOf(url) !== originOf(place as Place)) &&
      casesOf(route).some(({ answer }: Case) => isBytes(answer)),
  );

const isBytes = (answer: Answer): boolean => 'raw' in answer;

/** Why a page of a browser cannot ask what a scenario asks, if so. */
export function whyNoPage(scenario: Scenario, kind: PageKind): string | undefined {
  const { calls } = scenario;
  const limits = limitsOf[kind];
  const direct = calls.filter(({ through }) => through === undefined);
  const field = direct.flatMap(({ headers = [] }) => headers.map(([name]) => name)).find((name) => limits.fields(name));
  if (field !== undefined) return `a page cannot set the field ${field}`;
  const method = direct.map((call) => call.method).find((name) => limits.method(name));
  if (method !== undefined) return `a page cannot send ${method}`;
  if (direct.some((call) => limits.body(call))) return 'a page sends a body only with a form';
  if (kind === 'navigation' || needsOf(scenario).some((need) => ofBrowsers.includes(need))) return undefined;
  if (isMixed(scenario)) return 'a page of https cannot ask http: mixed content';
  return hasForeignBytes(scenario) ? 'an answer in exact bytes cannot allow a page of another origin to read it' : undefined;
}
