import { isStreamed, type Call, type Capability, type Scenario } from '../suites/vocabulary/scenario.ts';

/** What a part of a call asks of the client; parts that any client knows are left out. */
const asks: { readonly [Part in keyof Call]?: (value: NonNullable<Call[Part]>) => Capability | undefined } = {
  body: (body) => (isStreamed(body) ? 'stream-body' : undefined),
  auth: () => 'auth',
  redirect: (mode) => (mode === 'manual' ? 'manual' : 'error-mode'),
  maxRedirects: () => 'max-redirects',
  proxy: () => 'proxy',
  http2: () => 'http2',
  form: () => 'form',
  sensitiveHeaders: () => 'sensitive-headers',
  headerShape: () => 'header-shape',
  onRedirect: () => 'on-redirect',
  rewriteMethods: () => 'rewrite-methods',
  maxBytes: () => 'max-bytes',
  through: (api) => api,
};

const requestedBy = (call: Call): readonly Capability[] =>
  Object.entries(asks).flatMap(([part, ask]) => {
    const value = call[part as keyof Call];
    const capability = value === undefined ? undefined : (ask as (value: unknown) => Capability | undefined)(value);
    return capability ? [capability] : [];
  });

/** Everything an adapter must be able to do for a scenario to be run. */
export function needsOf({ calls, needs = [] }: Scenario): readonly Capability[] {
  return [...new Set([...calls.flatMap(requestedBy), ...needs])];
}
