import type { Call, Capability, Scenario } from '../suites/vocabulary/scenario.ts';

const requestedBy = ({
  redirect,
  maxRedirects,
  body,
  auth,
  form,
  sensitiveHeaders,
  onRedirect,
  maxBytes,
  rewriteMethods,
  http2,
  proxy,
}: Call): readonly Capability[] => [
  ...(typeof body === 'object' ? (['stream-body'] as const) : []),
  ...(auth ? (['auth'] as const) : []),
  ...(redirect === 'manual' ? (['manual'] as const) : []),
  ...(redirect === 'error' ? (['error-mode'] as const) : []),
  ...(proxy ? (['proxy'] as const) : []),
  ...(http2 ? (['http2'] as const) : []),
  ...(maxRedirects === undefined ? [] : (['max-redirects'] as const)),
  ...(form ? (['form'] as const) : []),
  ...(sensitiveHeaders ? (['sensitive-headers'] as const) : []),
  ...(onRedirect ? (['on-redirect'] as const) : []),
  ...(maxBytes === undefined ? [] : (['max-bytes'] as const)),
  ...(rewriteMethods === undefined ? [] : (['rewrite-methods'] as const)),
];

/** Everything an adapter must be able to do for a scenario to be run. */
export function needsOf({ calls, needs = [] }: Scenario): readonly Capability[] {
  return [...new Set([...calls.flatMap(requestedBy), ...needs])];
}
