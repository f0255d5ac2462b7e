import type { KnownRequirementId } from '../requirements/index.ts';
import { resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

type Row = readonly [name: string, title: string, start: Place, location: Template, target: Place];

/** The authority comes whole from the reference: no part of it, such as the port, comes from the base. */
const absolute: readonly Row[] = [
  ['absolute-without-port', 'The same host, from port 8080', '{home-8080}/start', 'http://{home.host}/target', '{home}/target'],
  [
    'absolute-without-port-tls',
    'The same host, from port 8443, https',
    '{dual-tls}/start',
    'https://{home.host}/target',
    '{home-tls}/target',
  ],
  [
    'absolute-without-port-up',
    'The same host, from port 8080 to https',
    '{home-8080}/start',
    'https://{home.host}/target',
    '{home-tls}/target',
  ],
  [
    'absolute-without-port-to-another-host',
    'Another host, from port 8080',
    '{home-8080}/start',
    'http://{other.host}/target',
    '{other}/target',
  ],
];

/** The scheme comes from the base, and the authority from the reference. */
const networkPaths: readonly Row[] = [
  [
    'network-path-tls',
    'Another host without a scheme, from https',
    '{home-tls}/start',
    '//{other.host}/target',
    '{other-tls}/target',
  ],
  [
    'network-path-without-port',
    'Another host without a scheme, from port 8080',
    '{home-8080}/start',
    '//{other.host}/target',
    '{other}/target',
  ],
  [
    'network-path-without-port-to-the-same-host',
    'The same host without a scheme, from port 8080',
    '{home-8080}/start',
    '//{home.host}/target',
    '{home}/target',
  ],
  [
    'network-path-without-port-tls',
    'The same host without a scheme, from port 8443, https',
    '{dual-tls}/start',
    '//{home.host}/target',
    '{home-tls}/target',
  ],
  [
    'network-path-with-port',
    'The same host without a scheme, to port 8080',
    '{home}/start',
    '//{home.host}:8080/target',
    '{home-8080}/target',
  ],
  [
    'network-path-with-port-tls',
    'The same host without a scheme, to port 8443, https',
    '{home-tls}/start',
    '//{home.host}:8443/target',
    '{dual-tls}/target',
  ],
  [
    'network-path-and-query',
    'Another host without a scheme, with only a query',
    '{home}/start',
    '//{other.host}?q',
    '{other}/?q',
  ],
];

/** Scheme, host and port come from the base. */
const withoutAuthority: readonly Row[] = [
  ['path-at-a-port', 'A path, from port 8080', '{home-8080}/start', '/target', '{home-8080}/target'],
  ['path-at-a-port-tls', 'A path, from port 8443, https', '{dual-tls}/start', '/target', '{dual-tls}/target'],
  ['name-at-a-port-tls', 'A name, from port 8443, https', '{dual-tls}/a/start', 'target', '{dual-tls}/a/target'],
  ['query-at-a-port-tls', 'A query, from port 8443, https', '{dual-tls}/start?a', '?b', '{dual-tls}/start?b'],
];

const toScenarios = (rows: readonly Row[], requirement: KnownRequirementId): readonly Scenario[] =>
  rows.map(([name, title, start, location, target]) =>
    redirect({
      id: `location-resolution/${name}`,
      title,
      start,
      answer: to(location),
      target,
      rulings: resolved(requirement, target),
    }),
  );

/** Which of scheme, host and port a Location takes from the URL that answered with it. */
export const authorityLocations: readonly Scenario[] = [
  ...toScenarios(absolute, 'rfc3986/absolute-reference'),
  ...toScenarios(networkPaths, 'rfc3986/network-path-reference'),
  ...toScenarios(withoutAuthority, 'rfc3986/scheme-and-authority-kept'),
];
