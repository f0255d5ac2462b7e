import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** The first host comes after the authority, where an incorrect parser may still treat it as the host. */
const behindTheHost: readonly Scenario[] = [
  { name: 'fragment', location: 'http://{other.host}#@{home.host}/' },
  { name: 'query', location: 'http://{other.host}?@{home.host}/' },
].map(({ name, location }) =>
  scenario({
    id: `credentials/lookalike-${name}`,
    title: `302 to another host, with the first host in the ${name}`,
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

/** The host of the URL decides, not the Host that the caller set. But here the caller did name the target in Host. */
const hostOverride: Scenario = scenario({
  id: 'credentials/host-field-names-the-target',
  title: 'Credentials on a 302 to the host that the caller set in Host',
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': { status: 200, body: 'arrived' } },
  call: { method: 'GET', url: '{home}/start', headers: [['Host', '{other.host}']] },
  covers: ['a-host-header-is-origin'],
  checks: [
    { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
    {
      fact: { kind: 'canary', secret: 'authorization', at: 'other' },
      rulings: [
        may(
          'fetch/fields-not-for-callers',
          ['absent', 'sent'],
          'Some clients compare the target with the Host that the caller set.',
        ),
        may('rfc9110/caller-credentials-considered', ['absent', 'sent']),
        must('strict/credentials-stay-at-their-origin', 'absent'),
      ],
    },
  ],
});

/** A client that speaks HTTP to a target of another scheme may send credentials there. */
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
        must('fetch/http-targets-only', 'any error'),
        may('rfc9110/handler-by-scheme', ['returned 302', 'any error']),
        must('strict/http-targets-only', ['returned 302', 'any error']),
      ],
    },
  ],
});

/** Hosts and schemes that only look like those of the first URL. */
export const lookalikes: readonly Scenario[] = [...behindTheHost, hostOverride, otherProtocol];
