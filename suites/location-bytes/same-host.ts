import { following } from '../rulings/following.ts';
import { resolved } from '../rulings/locations.ts';
import { to } from '../builders/redirect.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import { originOf, type PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from?: PathPlace;
  readonly location: Template;
  readonly target: PathPlace;
}

/** The same origin, written in another way. */
const sameOrigin: readonly Row[] = [
  {
    name: 'host-in-upper-case',
    title: 'The same host in upper case',
    location: 'http://{home.host:upper}/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-tls',
    title: 'The same host in upper case, https',
    from: '{home-tls}/start',
    location: 'https://{home.host:upper}/target',
    target: '{home-tls}/target',
  },
  {
    name: 'host-in-upper-case-with-port',
    title: 'The same host in upper case, with the default port',
    location: 'http://{home.host:upper}:80/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-without-scheme',
    title: 'The same host in upper case, without the scheme',
    location: '//{home.host:upper}/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-8080',
    title: 'The same host in upper case, at another port than the default port',
    from: '{home-8080}/start',
    location: 'http://{home.host:upper}:8080/target',
    target: '{home-8080}/target',
  },
  {
    name: 'scheme-in-upper-case',
    title: 'The scheme in upper case',
    location: 'HTTP://{home.host}/target',
    target: '{home}/target',
  },
  {
    name: 'scheme-in-upper-case-tls',
    title: 'The scheme https in mixed case',
    from: '{home-tls}/start',
    location: 'HttpS://{home.host}/target',
    target: '{home-tls}/target',
  },
  {
    name: 'relative-after-a-final-dot',
    title: 'A relative Location at a host with a final dot',
    from: '{home-dot}/start',
    location: '/target',
    target: '{home-dot}/target',
  },
];

/** The URL Standard makes lower case of the host, so Host is in lower case under Fetch. */
const hostAt = (at: PathPlace): CheckOf<'field'> => {
  const origin = originOf(at);
  const port = origin === 'home-8080' ? ':8080' : '';
  // Origins that differ in scheme and port only have one host.
  const name = origin === 'home-8080' || origin === 'home-tls' ? 'home' : origin;
  return {
    fact: { kind: 'field', name: 'Host', at },
    rulings: [
      must('url/host-to-ascii', `{${name}.host}${port}`),
      must('rfc9112/host-is-the-authority', [`{${name}.host}${port}`, `{${name}.host:upper}${port}`]),
    ],
  };
};

const credentialsKept = (at: PathPlace): readonly Check[] => [
  {
    fact: { kind: 'canary', secret: 'authorization', at },
    rulings: [must('fetch/authorization-kept-same-origin', 'sent'), should('rfc9110/request-resent', 'sent')],
  },
  {
    fact: { kind: 'canary', secret: 'cookie', at },
    rulings: [should('rfc9110/request-resent', 'sent')],
  },
];

const fromSameOrigin = ({ name, title, from = '{home}/start', location, target }: Row): Scenario =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [from]: to(location), [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from },
    plant: ['cookie'],
    checks: [
      { fact: { kind: 'next', after: from }, rulings: resolved('rfc9110/scheme-and-host-ignore-case', target) },
      hostAt(target),
      ...credentialsKept(target),
    ],
  });

/** Another host, although its name looks like that of the first. The credentials of the caller must not arrive there. */
const otherHosts: readonly Row[] = [
  {
    name: 'final-dot',
    title: 'The same host name with a final dot',
    location: 'http://{home-dot.host}/target',
    target: '{home-dot}/target',
  },
  {
    name: 'final-dot-removed',
    title: 'The host name without its final dot',
    from: '{home-dot}/start',
    location: 'http://{home.host}/target',
    target: '{home}/target',
  },
  {
    name: 'lookalike-before',
    title: 'A host name that ends in the name of the first host',
    location: '{lookalike-before}/target',
    target: '{lookalike-before}/target',
  },
  {
    name: 'lookalike-before-removed',
    title: 'A host name with which the name of the first host ends',
    from: '{lookalike-before}/start',
    location: '{home}/target',
    target: '{home}/target',
  },
  {
    name: 'lookalike-after',
    title: 'A host name that begins with the name of the first host',
    location: '{lookalike-after}/target',
    target: '{lookalike-after}/target',
  },
  {
    name: 'other-host-in-upper-case',
    title: 'Another host in upper case',
    location: 'http://{other.host:upper}/target',
    target: '{other}/target',
  },
];

/** `scenario` adds the checks that no credential arrives. */
const fromOtherHost = ({ name, title, from = '{home}/start', location, target }: Row): Scenario =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [from]: to(location), [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from },
    plant: ['cookie'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: following[302] }, hostAt(target)],
  });

/** Names of hosts that are the same though they look different, and names that look alike and are different. */
export const sameOrOtherHost: readonly Scenario[] = [...sameOrigin.map(fromSameOrigin), ...otherHosts.map(fromOtherHost)];
