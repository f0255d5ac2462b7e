import { expect, test } from 'vitest';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { renderOutline } from './outline.ts';
import { tellScenario } from './scenario.ts';

/** Has everything that a scenario of the catalogue rarely has. */
const rare: Scenario = {
  id: 'prose/rare',
  title: 'Rare things',
  routes: {
    '{home}/start': [
      { when: { visit: 2 }, answer: { status: 307, location: '{other}/target', framing: 'close' } },
      {
        when: { method: 'POST', header: { name: 'cookie', includes: 'a' } },
        answer: { status: 299, reason: 'Fine', body: 'a\r\nb' },
      },
    ],
    '{other}/target': { raw: 'HTTP/1.1 200 OK\r\n\r\n', ending: 'reset' },
  },
  calls: [
    {
      method: 'POST',
      url: '{home}/start',
      userinfo: 'ada:{secret:authorization}',
      headers: [['X-Api-Key', '{secret:x-api-key}']],
      body: { stream: ['one', 'two'] },
      auth: { username: 'ada', password: '{secret:cookie}' },
      redirect: 'manual',
      maxRedirects: 3,
    },
    { method: 'PUT', url: '{home}/start', body: 'plain' },
    {
      method: 'POST',
      url: '{home}/start',
      form: { as: 'multipart', fields: [['name', 'Zoë']] },
      rewriteMethods: false,
      headerShape: 'map',
      sensitiveHeaders: ['x-key', 'x-token'],
      maxBytes: 1000,
      onRedirect: { add: [['X-Hop', 'added']], throwAt: 2, abortAt: 3 },
      http2: true,
      proxy: { http: { at: 'proxy', userinfo: 'ada:lovelace' }, https: { at: 'other-proxy' }, bypass: ['other'] },
      abort: { on: { request: '{other}/target' }, reason: 'timeout' },
    },
  ],
  atOnce: true,
  needs: ['cookie-jar'],
  covers: ['row-1', 'row-2'],
  checks: [
    {
      fact: { kind: 'requests' },
      given: { fact: { kind: 'outcome', call: 2 }, oneOf: ['returned 200', 'returned 204'] },
      rulings: [
        {
          authority: 'fetch',
          level: 'must',
          expect: { atLeast: 2, atMost: 4 },
          requirement: 'fetch/rule',
          disputed: 'some count otherwise.',
        },
      ],
    },
    { fact: { kind: 'request', at: '{other}/target', visit: 2 }, rulings: [] },
  ],
};

const profiles: readonly Profile[] = [
  { name: 'one', title: 'One', authorities: ['common', 'fetch'] },
  { name: 'two', title: 'Two', authorities: ['fetch'] },
  {
    name: 'house',
    title: 'House',
    authorities: ['fetch'],
    overrulings: {
      'prose/rare#requests': {
        rulings: [{ authority: 'fetch', level: 'may', expect: { noneOf: ['9'] }, requirement: 'fetch/rule' }],
        reason: 'we count less',
      },
      'prose/rare#*': { rulings: 'ignore', reason: 'we do not care' },
    },
  },
];

const requirements = {
  'fetch/rule': {
    authority: 'fetch',
    source: 'Fetch Standard',
    section: 'step 1',
    level: 'definition',
    statement: 'As it is.',
    url: 'https://fetch.spec.whatwg.org/',
  },
} as const;

test('everything that a scenario holds is told', () => {
  const told = renderOutline(tellScenario(rare, { profiles, requirements }), { width: Infinity, heading: (text) => text });
  expect(told).toMatchInlineSnapshot(`
    "prose/rare: Rare things
      Needs of the client: stream-body, auth, manual, max-redirects, proxy, http2, form, sensitive-headers, header-shape, on-redirect, rewrite-methods, max-bytes, cookie-jar
      n/a under MSW: MSW cannot answer in raw bytes
      Covers: row-1, row-2

    The caller asks
      Call 1: POST {home}/start
        X-Api-Key: {secret:x-api-key}
        ada:{secret:authorization} as user name and password in the URL
        ada:{secret:cookie} as an option
        the body as a stream that can be read once
        redirect: manual
        at most 3 redirects
        body: "one", "two"
      Call 2: PUT {home}/start
        body: "plain"
      Call 3: POST {home}/start
        the body as FormData
        field name: "Zoë"
        POST on 301 and 302: stays POST
        the fields in a Map
        sensitive: x-key, x-token
        at most 1000 bytes
        told of each redirect before it is followed
        then adds X-Hop: added
        throws at redirect 2
        gives up the call at redirect 3
        by HTTP/2 where the origin offers it
        http through proxy, as ada:lovelace
        https through other-proxy
        through no proxy: other
        out of time as soon as a request has come to {other}/target
      All calls are made at once.

    The origins answer
      {home}/start
        if it is request 2 at this place: 307 Temporary Redirect
          Location: {other}/target
          framing: "close"
        if the method is POST and cookie includes "a": 299 Fine
          body: "a\\r\\nb"
        otherwise: 404
      {other}/target
        these bytes: "HTTP/1.1 200 OK\\r\\n\\r\\n", then reset
      Anywhere else: 404; any other tunnel: opened
      Origins: {home} as http://home-q4zui3.test, {other} as http://other-q4zui3.test, {proxy} as http://proxy-q4zui3.test:3128, {other-proxy} as http://other-proxy-q4zui3.test:3128

    The checks
      #requests: how many requests came to any place
        only if what the caller has in the end (call 2) is “returned 200” or “returned 204”
        fetch: must be at least 2 and at most 4 [fetch/rule]
          disputed: some count otherwise.
        decided by fetch under one and two
        overruled (we count less) under house
          fetch: may not be “9” [fetch/rule]
      #request@other/target:2: method and body of the request at {other}/target (visit 2)
        noted, not judged, under one, two and house

    Where that is written
      [fetch/rule] Fetch Standard, step 1 (definition)
        As it is.
        https://fetch.spec.whatwg.org/"
  `);
});
