import { should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { cookieIgnored, outOfScope, cookieSent, cookiesSentInOrder } from './expected.ts';
import { toCookieScenario, type CookieChain } from './cookie-chain.ts';

const elsewhere = outOfScope('rfc6265bis/cookie-to-its-host');
const offPath = outOfScope('rfc6265bis/cookie-under-its-path');
const foreign = cookieIgnored('rfc6265bis/foreign-domain-ignored');

const hosts: readonly CookieChain[] = [
  {
    name: 'other-host-and-back',
    title: 'Two hosts that set a cookie of the same name, and back',
    stops: [
      { at: '{home}/start', sets: ['seen=home'] },
      { at: '{other}/middle', sets: ['seen=other'], gets: elsewhere },
      { at: '{home}/target', gets: cookieSent('seen=home') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-path-domain-scope'],
  },
  {
    name: 'other-host-keeps-its-own',
    title: 'A cookie of the other host, on the next redirect within that host',
    stops: [
      { at: '{home}/start', sets: ['a=1'] },
      { at: '{other}/middle', sets: ['b=2'] },
      { at: '{other}/target', gets: cookieSent('b=2') },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'subdomain',
    title: 'A cookie without Domain, on a chain to a subdomain and back',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{sub}/middle', gets: elsewhere },
      { at: '{home}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'parent-domain',
    title: 'A cookie of a subdomain without Domain, at the parent domain',
    stops: [
      { at: '{sub}/start', sets: ['seen=yes'] },
      { at: '{home}/target', gets: elsewhere },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-to-subdomain',
    title: 'A cookie for a domain, at its subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={home.host}'] },
      { at: '{sub}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-with-a-dot',
    title: 'A cookie for a domain written with a leading dot, at its subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain=.{home.host}'] },
      { at: '{sub}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-to-parent',
    title: 'A cookie that a subdomain sets for its parent domain',
    stops: [
      { at: '{sub}/start', sets: ['seen=yes; Domain={home.host}'] },
      { at: '{home}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-empty',
    title: 'A cookie with an empty Domain, at a subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain='] },
      {
        at: '{sub}/middle',
        gets: outOfScope(
          'rfc6265bis/cookie-to-its-host',
          'RFC 6265, which the draft replaces, leaves an empty Domain undefined and recommends to ignore it.',
        ),
      },
      { at: '{home}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-and-other-host',
    title: 'A cookie for a domain, at another host and back',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={home.host}'] },
      { at: '{other}/middle', gets: elsewhere },
      { at: '{home}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-path-domain-scope'],
  },
  {
    name: 'domain-foreign',
    refused: true,
    title: 'A cookie for another host, on a chain to that host and back',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={other.host}'] },
      { at: '{other}/middle', gets: foreign },
      { at: '{home}/target', gets: foreign },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-of-a-subdomain',
    refused: true,
    title: 'A cookie that a domain sets for its subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={sub.host}'] },
      { at: '{sub}/target', gets: foreign },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-public-suffix',
    refused: true,
    title: 'A cookie for a top-level domain, at another host in it',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain=test'] },
      {
        at: '{other}/target',
        gets: [
          should(
            'rfc6265bis/public-suffix-refused',
            'absent',
            'Only a user agent that is configured to reject public suffixes has a list of them; by default a name without a dot is one.',
          ),
        ],
      },
    ],
    covers: ['ck-path-domain-scope'],
  },
];

interface DomainForm {
  readonly name: string;
  readonly what: string;
  /** What comes after `Domain=`. */
  readonly domain: Template;
}

/** Values of Domain that no host matches. The cookie must not be stored, also not for the host that sets it. */
const unusableDomains: readonly CookieChain[] = (
  [
    { name: 'with-a-port', what: 'with a port', domain: '{home.host}:80' },
    { name: 'as-a-url', what: 'that is a URL', domain: '{home}' },
    { name: 'with-a-path', what: 'with a path', domain: '{home.host}/deep' },
    { name: 'with-a-final-dot', what: 'with a final dot', domain: '{home.host}.' },
    { name: 'with-two-dots', what: 'with two leading dots', domain: '..{home.host}' },
    { name: 'with-a-wildcard', what: 'with a wildcard', domain: '*.{home.host}' },
    { name: 'in-quotes', what: 'in quotes', domain: '"{home.host}"' },
    { name: 'longer', what: 'that ends in the name of the host, but is another name', domain: 'x{home.host}' },
    { name: 'list', what: 'that is a list', domain: '{home.host}, {sub.host}' },
    { name: 'with-a-space', what: 'with a space in it', domain: '{home.host} {sub.host}' },
    { name: 'address', what: 'that is an IP address', domain: '127.0.0.1' },
    { name: 'not-ascii', what: 'with an octet outside ASCII', domain: '\u00fc.{home.host}' },
    { name: 'foreign-last', what: 'twice, the second time for another host', domain: '{home.host}; Domain={other.host}' },
  ] as const satisfies readonly DomainForm[]
).map(({ name, what, domain }) => ({
  name: `domain-${name}`,
  refused: true,
  title: `A cookie with a Domain ${what}, at a subdomain and back`,
  stops: [
    { at: '{home}/start', sets: [`seen=yes; Domain=${domain}`] },
    { at: '{sub}/middle', gets: foreign },
    { at: '{home}/target', gets: foreign },
  ],
  covers: ['ck-path-domain-scope'],
}));

/** Values of Domain that count as none: the cookie is for the host that sets it only. */
const ignoredDomains: readonly CookieChain[] = (
  [
    {
      name: 'only-a-dot',
      what: 'that is only a dot',
      domain: '.',
      olderText: 'RFC 6265, which the draft replaces, leaves an empty Domain undefined and recommends to ignore it.',
    },
    {
      name: 'too-long',
      what: 'of more than 1024 octets',
      domain: `${'x'.repeat(1024)}.{home.host}`,
      olderText: 'RFC 6265, which the draft replaces, has no limit, so the cookie is for a foreign domain.',
    },
    {
      name: 'empty-last',
      what: 'twice, the second time empty',
      domain: '{home.host}; Domain=',
      olderText: 'RFC 6265, which the draft replaces, leaves an empty Domain undefined and recommends to ignore it.',
    },
  ] as const
).map(({ name, what, domain, olderText }) => ({
  name: `domain-${name}`,
  title: `A cookie with a Domain ${what}, at a subdomain and back`,
  stops: [
    { at: '{home}/start', sets: [`seen=yes; Domain=${domain}`] },
    { at: '{sub}/middle', gets: outOfScope('rfc6265bis/cookie-to-its-host', olderText) },
    { at: '{home}/target', gets: cookieSent('seen=yes').map((ruling) => ({ ...ruling, disputed: olderText })) },
  ],
  covers: ['ck-path-domain-scope'],
}));

const usableDomains: readonly CookieChain[] = [
  {
    name: 'domain-own-last',
    title: 'A cookie with Domain twice, the second time for its own domain, at a subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={other.host}; Domain={home.host}'] },
      { at: '{sub}/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
];

/** Cookies do not depend on the port, although origins do. */
const ports: readonly CookieChain[] = [
  {
    name: 'other-port',
    title: 'A cookie at another port of the host',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{home-8080}/target', gets: cookieSent('seen=yes', 'rfc6265bis/ports-make-no-difference') },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'replaced-at-another-port',
    title: 'A cookie that another port of the host sets again',
    stops: [
      { at: '{home}/start', sets: ['seen=old'] },
      { at: '{home-8080}/middle', sets: ['seen=new'] },
      { at: '{home}/target', gets: cookieSent('seen=new', 'rfc6265bis/ports-make-no-difference') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-later-hop-overrides'],
  },
];

const paths: readonly CookieChain[] = [
  {
    name: 'path',
    title: 'A cookie for a path: below the path, at a path with the same prefix, at the path, and elsewhere',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Path=/deep'] },
      { at: '{home}/deep/middle', gets: cookieSent('seen=yes') },
      { at: '{home}/deeper', gets: offPath },
      { at: '{home}/deep', gets: cookieSent('seen=yes') },
      { at: '{home}/target', gets: offPath },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-by-default',
    title: 'A cookie without Path: in the directory where it was set, and above',
    stops: [
      { at: '{home}/deep/start', sets: ['seen=yes'] },
      { at: '{home}/deep/middle', gets: cookieSent('seen=yes') },
      { at: '{home}/target', gets: offPath },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-of-its-own',
    title: 'Two cookies of one name for two paths',
    stops: [
      { at: '{home}/start', sets: ['seen=root; Path=/', 'seen=deep; Path=/deep'] },
      { at: '{home}/deep/middle', gets: cookiesSentInOrder('seen=deep', 'seen=root') },
      { at: '{home}/target', gets: cookieSent('seen=root') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-taken-back-elsewhere',
    title: 'A cookie that is deleted for another path',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Path=/'] },
      { at: '{home}/middle', sets: ['seen=; Path=/deep; Max-Age=0'] },
      { at: '{home}/deep/target', gets: cookieSent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope', 'ck-deleted-on-redirect'],
  },
];

/** The hosts, ports and paths to which a cookie is sent. */
export const scopedCookies: readonly Scenario[] = [
  ...hosts,
  ...unusableDomains,
  ...ignoredDomains,
  ...usableDomains,
  ...ports,
  ...paths,
].map(toCookieScenario);
