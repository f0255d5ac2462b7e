import { type Client, type ClientRequest, defineClient, inShape, type Send, unwatched } from '../adapter/index.ts';
import { toolVersion } from '../installation.ts';
import { isLimit, type MakeRequest, requestBy, type RequestOptions } from './client.ts';
import type { Policy } from './policy.ts';
import { isRuleBook, type RuleBook, ruleBookNames, ruleBooks } from './rule-books.ts';

/** An HTTP client by a policy. It is an adapter too: as a default export it can be named by `--client`. */
export interface PolicyClient extends Client {
  readonly request: MakeRequest;
}

const capabilities = [
  'manual',
  'max-redirects',
  'on-redirect',
  'stream-body',
  'form',
  'header-shape',
  'header-pairs',
  'abort',
  'callers-objects',
] as const;

/** The fields of a call as its caller passes them. A flat list is another capability. */
const fieldsOfCall = ({ headers, headerShape }: ClientRequest): NonNullable<RequestOptions['headers']> =>
  headerShape && headerShape !== 'list'
    ? (inShape(headers, headerShape) as Exclude<ReturnType<typeof inShape>, string[]>)
    : headers;

const sendBy =
  (request: MakeRequest): Send =>
  (call, { signal, given = unwatched }) => {
    const { method, url, body = call.form, redirect, maxRedirects, onRedirect } = call;
    const options = {
      headers: given(fieldsOfCall(call)),
      ...(body && { body: body as NonNullable<RequestOptions['body']> }),
      ...(redirect === 'manual' && { allow_redirects: false }),
      ...(maxRedirects !== undefined && { max_redirects: maxRedirects }),
      ...(onRedirect && { on_redirect: onRedirect }),
      signal,
    };
    return request(method, url, given(options));
  };

const decisions = Object.entries(ruleBooks.fetch);

/** Refuses a policy that leaves a decision out, or has one that nobody asks for: a misspelt one would change nothing. */
function checkPolicy(policy: Policy): void {
  const given = new Map(Object.entries(policy));
  const missing = decisions.find(([name, decision]) => typeof given.get(name) !== typeof decision);
  if (missing) throw new TypeError(`the policy has no ${typeof missing[1]} ${missing[0]}; start from a rule book`);
  const unknown = [...given.keys()].find((name) => decisions.every(([known]) => known !== name));
  if (unknown !== undefined)
    throw new TypeError(`no such decision: ${unknown}; there are ${decisions.map(([name]) => name).join(', ')}`);
  if (!isLimit(policy.limit)) throw new TypeError(`limit is a number of redirects, not ${policy.limit}`);
}

function policyOf(rules: RuleBook | Policy): Policy {
  if (typeof rules !== 'string') {
    checkPolicy(rules);
    return rules;
  }
  if (!isRuleBook(rules)) throw new TypeError(`no such rule book: ${String(rules)}; there are ${ruleBookNames.join(', ')}`);
  return ruleBooks[rules];
}

/** A client that follows redirects by a rule book, or by a policy of your own: `policyClient({ ...ruleBooks.fetch, name: 'ours', limit: 5 })`. */
export function policyClient(rules: RuleBook | Policy): PolicyClient {
  const policy = policyOf(rules);
  const request = requestBy(policy);
  const adapter = defineClient({
    name: `policy/${policy.name}`,
    version: toolVersion(),
    capabilities,
    send: sendBy(request),
  });
  return { ...adapter, request };
}
