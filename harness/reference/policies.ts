import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { type RuleBook, ruleBooks } from '../policy/rule-books.ts';
import type { ReferencePolicy } from './policy.ts';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'];

/** RFC 9111 section 4.4: the URL itself, and those of the same origin that the answer names. */
const invalidated: ReferencePolicy['invalidates'] = ({ method, url }, { status, headers }) => {
  if (safeMethods.includes(method) || status >= 400) return [];
  const named = [...valuesOf(headers, 'location'), ...valuesOf(headers, 'content-location')].flatMap(
    (value) => URL.parse(value, url) ?? [],
  );
  return [url, ...named.filter(({ origin }) => origin === url.origin)];
};

const keyOf: ReferencePolicy['cacheKey'] = ({ method, url: { href } }) =>
  method === 'GET' || method === 'HEAD' ? `${method} ${href.split('#', 1).join()}` : undefined;

const beyondRedirects = { bindsCertificate: false, cacheKey: keyOf, invalidates: invalidated } as const;

/** A policy for each bundled profile: its rule book, and what a rule book does not decide. */
export const referencePolicies: Readonly<Record<RuleBook, ReferencePolicy>> = {
  fetch: { ...ruleBooks.fetch, ...beyondRedirects },
  rfc9110: { ...ruleBooks.rfc9110, ...beyondRedirects },
  'adr-016': { ...ruleBooks['adr-016'], ...beyondRedirects },
  strict: { ...ruleBooks.strict, ...beyondRedirects, bindsCertificate: true },
};
