import { should } from '../rulings.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { ignored, outOfScope, sent, sentInOrder } from './expected.ts';
import { journey, type Journey } from './journey.ts';

const elsewhere = outOfScope('rfc6265bis/cookie-to-its-host');
const offPath = outOfScope('rfc6265bis/cookie-under-its-path');
const foreign = ignored('rfc6265bis/foreign-domain-ignored');

const hosts: readonly Journey[] = [
  {
    name: 'other-host-and-back',
    title: 'Two hosts that set a cookie of the same name, and back',
    stops: [
      { at: '{home}/start', sets: ['seen=home'] },
      { at: '{other}/middle', sets: ['seen=other'], gets: elsewhere },
      { at: '{home}/target', gets: sent('seen=home') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-path-domain-scope'],
  },
  {
    name: 'other-host-keeps-its-own',
    title: 'A cookie that the other host sets, at its next redirect',
    stops: [
      { at: '{home}/start', sets: ['a=1'] },
      { at: '{other}/middle', sets: ['b=2'] },
      { at: '{other}/target', gets: sent('b=2') },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'subdomain',
    title: 'A cookie without Domain, on the way to a subdomain and back',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{sub}/middle', gets: elsewhere },
      { at: '{home}/target', gets: sent('seen=yes') },
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
      { at: '{sub}/target', gets: sent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-with-a-dot',
    title: 'A cookie for a domain that is written with a dot before it, at its subdomain',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain=.{home.host}'] },
      { at: '{sub}/target', gets: sent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-to-parent',
    title: 'A cookie that a subdomain sets for its parent domain',
    stops: [
      { at: '{sub}/start', sets: ['seen=yes; Domain={home.host}'] },
      { at: '{home}/target', gets: sent('seen=yes') },
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
          'RFC 6265, which the draft replaces, leaves an empty Domain undefined, and advises to ignore it.',
        ),
      },
      { at: '{home}/target', gets: sent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'domain-and-other-host',
    title: 'A cookie for a domain, at another host and back',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Domain={home.host}'] },
      { at: '{other}/middle', gets: elsewhere },
      { at: '{home}/target', gets: sent('seen=yes') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-path-domain-scope'],
  },
  {
    name: 'domain-foreign',
    refused: true,
    title: 'A cookie for another host, there and back',
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
            'Only a user agent that is configured to reject public suffixes knows them; then a name without a dot is one by default.',
          ),
        ],
      },
    ],
    covers: ['ck-path-domain-scope'],
  },
];

/** Cookies know no ports, although origins do. */
const ports: readonly Journey[] = [
  {
    name: 'other-port',
    title: 'A cookie at another port of the host',
    stops: [
      { at: '{home}/start', sets: ['seen=yes'] },
      { at: '{home-8080}/target', gets: sent('seen=yes', 'rfc6265bis/ports-make-no-difference') },
    ],
    covers: ['ck-jar-not-other-host'],
  },
  {
    name: 'replaced-at-another-port',
    title: 'A cookie that another port of the host sets anew',
    stops: [
      { at: '{home}/start', sets: ['seen=old'] },
      { at: '{home-8080}/middle', sets: ['seen=new'] },
      { at: '{home}/target', gets: sent('seen=new', 'rfc6265bis/ports-make-no-difference') },
    ],
    covers: ['ck-jar-not-other-host', 'ck-later-hop-overrides'],
  },
];

const paths: readonly Journey[] = [
  {
    name: 'path',
    title: 'A cookie for a path: under it, where only the text begins alike, at it, and beside it',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Path=/deep'] },
      { at: '{home}/deep/middle', gets: sent('seen=yes') },
      { at: '{home}/deeper', gets: offPath },
      { at: '{home}/deep', gets: sent('seen=yes') },
      { at: '{home}/target', gets: offPath },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-by-default',
    title: 'A cookie without Path: where it was set, and above',
    stops: [
      { at: '{home}/deep/start', sets: ['seen=yes'] },
      { at: '{home}/deep/middle', gets: sent('seen=yes') },
      { at: '{home}/target', gets: offPath },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-of-its-own',
    title: 'Two cookies of one name for two paths',
    stops: [
      { at: '{home}/start', sets: ['seen=root; Path=/', 'seen=deep; Path=/deep'] },
      { at: '{home}/deep/middle', gets: sentInOrder('seen=deep', 'seen=root') },
      { at: '{home}/target', gets: sent('seen=root') },
    ],
    covers: ['ck-path-domain-scope'],
  },
  {
    name: 'path-taken-back-elsewhere',
    title: 'A cookie that is taken back for another path',
    stops: [
      { at: '{home}/start', sets: ['seen=yes; Path=/'] },
      { at: '{home}/middle', sets: ['seen=; Path=/deep; Max-Age=0'] },
      { at: '{home}/deep/target', gets: sent('seen=yes') },
    ],
    covers: ['ck-path-domain-scope', 'ck-deleted-on-redirect'],
  },
];

export const scope: readonly Scenario[] = [...hosts, ...ports, ...paths].map(journey);
