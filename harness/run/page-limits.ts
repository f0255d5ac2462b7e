import { type Answer, type Case, casesOf, type Route } from '../../suites/vocabulary/answer.ts';
import { secretFields } from '../../suites/builders/scenario.ts';
import { ofBrowsers } from '../../suites/vocabulary/capability.ts';
import { type Call, isStreamed } from '../../suites/vocabulary/call.ts';
import type { Fact, FactOf } from '../../suites/vocabulary/fact.ts';
import { needsOf } from '../../suites/vocabulary/needs.ts';
import { originNamed, originOf, type Place } from '../../suites/vocabulary/origin.ts';
import type { PageKind } from '../../suites/vocabulary/page.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { originsOf } from '../concrete/concrete-scenario.ts';

/** Forbidden request-header of the Fetch Standard: the browser sets these itself. */
const forbiddenFields =
  /^(accept-(charset|encoding)|access-control-request-(headers|method|private-network)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

interface Limits {
  /** The fields of a call that a page cannot set. */
  readonly fields: (name: string) => boolean;
  readonly method: (method: string) => boolean;
  /** Why a page cannot send the body of a call, if so. */
  readonly body: (call: Call) => string | undefined;
}

/** Fetch Standard, HTTP-network fetch: no stream goes over an HTTP/1.x connection. */
const isStreamOverHttp1 = ({ body, url }: Call): boolean =>
  body !== undefined && isStreamed(body) && !originNamed(originOf(url)).alpn?.includes('h2');

const hasNoForm = ({ method, body, form }: Call): boolean =>
  body !== undefined || form?.as === 'blob' || (method === 'POST' && form === undefined);

const limitsOf: Readonly<Record<PageKind, Limits>> = {
  fetch: {
    fields: (name) => forbiddenFields.test(name),
    method: (method) => /^(CONNECT|TRACE|TRACK)$/i.test(method),
    body: (call) => (isStreamOverHttp1(call) ? 'a page sends a stream only over HTTP/2' : undefined),
  },
  navigation: {
    fields: () => true,
    method: (method) => !/^(GET|POST)$/.test(method),
    body: (call) => (hasNoForm(call) ? 'a page sends a body only with a form' : undefined),
  },
};

/** Whether a field only carries a secret: without it a scenario shows what it shows, apart from that secret. */
const isPlanted = ([name, value]: readonly [string, string]): boolean =>
  Object.values(secretFields).some((planted) => planted[0] === name && planted[1] === value);

const cannotSet = (field: string): string => `a page cannot set the field ${field}`;

/** Why a page shows nothing of a fact, if so: it cannot set or read a field, or a browser sets that field for it. */
export function whyNotShown(scenario: Scenario, fact: Fact, kind: PageKind): string | undefined {
  if (needsOf(scenario).some((need) => ofBrowsers.includes(need))) return undefined;
  if (kind === 'navigation' && /^response-(header|body)$/.test(fact.kind))
    return 'a person sees a document, not its fields and bytes';
  // Forbidden response-header name of the Fetch Standard.
  if (fact.kind === 'response-header' && /^set-cookie2?$/i.test(fact.name)) {
    return `a page cannot read the field ${fact.name}`;
  }
  if (fact.kind === 'exit') return 'a browser does not end when its page has nothing to do';
  if (fact.kind === 'field' && /^referer$/i.test(fact.name)) return 'a page has a URL of its own for the field Referer';
  return whyNotPlanted(scenario, fact, kind);
}

/** Why a page shows nothing of a secret, or of the field in which a caller sends it: the page cannot set that field. */
function whyNotPlanted({ calls }: Scenario, fact: Fact, kind: PageKind): string | undefined {
  const about = fact.kind === 'canary' ? secretFields[fact.secret][0] : isAboutField(fact) ? fact.name : undefined;
  const planted = calls.flatMap(({ headers = [] }) => headers.filter((field) => isPlanted(field))).map(([name]) => name);
  const field = planted.find((name) => name.toLowerCase() === about?.toLowerCase());
  return field !== undefined && limitsOf[kind].fields(field) ? cannotSet(field) : undefined;
}

const isAboutField = (fact: Fact): fact is FactOf<'field' | 'same-field'> => fact.kind === 'field' || fact.kind === 'same-field';

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
  const fields = direct.flatMap(({ headers = [] }) => headers.filter((field) => !isPlanted(field)));
  const field = fields.map(([name]) => name).find((name) => limits.fields(name));
  if (field !== undefined) return cannotSet(field);
  // It does so some time after the document is there, when the call has long ended.
  if (kind === 'navigation' && /refresh/i.test(JSON.stringify(scenario.routes)))
    return 'a document with Refresh leads on by itself';
  if (kind === 'navigation' && scenario.atOnce) return 'a page goes to one place at a time';
  const method = direct.map((call) => call.method).find((name) => limits.method(name));
  if (method !== undefined) return `a page cannot send ${method}`;
  const body = direct.flatMap((call) => limits.body(call) ?? [])[0];
  if (body !== undefined) return body;
  if (kind === 'navigation' || needsOf(scenario).some((need) => ofBrowsers.includes(need))) return undefined;
  if (isMixed(scenario)) return 'a page of https cannot ask http: mixed content';
  return hasForeignBytes(scenario) ? 'an answer in exact bytes cannot allow a page of another origin to read it' : undefined;
}
