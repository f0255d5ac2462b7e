import { following } from '../following.ts';
import { anyError, may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** The first host stands behind the authority, where a careless parser still takes it for the host. */
const behindTheHost: readonly Scenario[] = [
  { name: 'fragment', location: 'http://{other.host}#@{home.host}/' },
  { name: 'query', location: 'http://{other.host}?@{home.host}/' },
].map(({ name, location }) =>
  scenario({
    id: `credentials/lookalike-${name}`,
    title: `302 to another host, the first one in the ${name}`,
    routes: {
      '{home}/start': { status: 302, headers: [['Location', location]] },
      '{home}/': { status: 200, body: 'home' },
      '{other}/': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start' },
    covers: ['a-parent-or-sibling-domain'],
    checks: [{ fact: { kind: 'followed', to: '{other}/' }, rulings: following[302] }],
  }),
);

/** The host of the URL counts, not the Host that the caller wrote; but then the caller did name that host. */
const hostOverride: Scenario = scenario({
  id: 'credentials/host-field-names-the-target',
  title: 'Credentials on a 302 to the host that the Host field of the caller named',
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/start', headers: [['Host', '{other.host}']] },
  covers: ['a-host-header-is-origin'],
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
    {
      fact: { kind: 'canary', secret: 'authorization', at: 'other' },
      rulings: [
        may('fetch/fields-not-for-callers', ['absent', 'sent'], 'Some compare with the Host that the caller wrote.'),
        may('rfc9110/caller-credentials-considered', ['absent', 'sent']),
        must('strict/credentials-stay-at-their-origin', 'absent'),
      ],
    },
  ],
});

/** Who speaks http to whatever scheme hands over what it would have kept. */
const otherProtocol: Scenario = scenario({
  id: 'credentials/other-protocol',
  title: 'Credentials on a 302 to an ftp URL',
  routes: {
    '{home}/start': { status: 302, headers: [['Location', 'ftp://{other.host}/target']] },
    '{other}/target': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start' },
  covers: ['a-bearer-not-to-other-protocol'],
  checks: [
    {
      fact: { kind: 'followed', to: '{other}/target' },
      rulings: [
        must('fetch/http-targets-only', anyError),
        may('rfc9110/handler-by-scheme', ['returned 302', ...anyError]),
        must('strict/http-targets-only', ['returned 302', ...anyError]),
      ],
    },
  ],
});

/** Hosts and schemes that only look like the first one. */
export const lookalikes: readonly Scenario[] = [...behindTheHost, hostOverride, otherProtocol];
