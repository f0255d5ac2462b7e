import { expect, test } from 'vitest';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { renderOutline } from './outline.ts';
import { explainScenario } from './scenario.ts';

/** Has what few scenarios of the catalogue have. */
const rare: Scenario = {
  id: 'explain/rare',
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
          disputed: 'Others count connections.',
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
    name: 'custom',
    title: 'Custom',
    authorities: ['fetch'],
    overrulings: {
      'explain/rare#requests': {
        rulings: [{ authority: 'fetch', level: 'may', expect: { noneOf: ['9'] }, requirement: 'fetch/rule' }],
        reason: 'our client sends more',
      },
      'explain/rare#*': { rulings: 'ignore', reason: 'not relevant for us' },
    },
  },
];

const requirements = {
  'fetch/rule': {
    authority: 'fetch',
    source: 'Fetch Standard',
    section: 'step 1',
    level: 'definition',
    statement: 'The statement of the rule.',
    url: 'https://fetch.spec.whatwg.org/',
  },
} as const;

test('every part of a scenario is explained', () => {
  const text = renderOutline(explainScenario(rare, { profiles, requirements }), {
    width: Infinity,
    heading: (heading) => heading,
  });
  expect(text).toMatchInlineSnapshot(`
    "explain/rare: Rare things
      Capabilities that the client needs: stream-body, auth, manual, max-redirects, proxy, http2, form, sensitive-headers, header-shape, on-redirect, rewrite-methods, max-bytes, abort, cookie-jar
      n/a under MSW: MSW cannot answer in raw bytes
      Covers: row-1, row-2

    Calls
      Call 1: POST {home}/start
        user name and password in the URL: ada:{secret:authorization}
        user name and password by an option: ada:{secret:cookie}
        body as a stream that can be read once: "one", "two"
        redirect: manual
        at most 3 redirects
        X-Api-Key: {secret:x-api-key}
      Call 2: PUT {home}/start
        body: "plain"
      Call 3: POST {home}/start
        body as FormData
        form field name: "Zoë"
        POST on 301 and 302: stays POST
        fields in a Map
        sensitive fields: x-key, x-token
        at most 1000 bytes in the body of the response
        a function of the caller is called before each redirect is followed
        the function adds X-Hop: added
        the function throws at redirect 2
        the function aborts the call at redirect 3
        HTTP/2 where the origin offers it
        http through proxy, as ada:lovelace
        https through other-proxy
        without a proxy: other
        the caller's deadline passes as soon as a request has arrived at {other}/target
      All calls are made at once.

    Answers
      {home}/start
        if it is request 2 at this place: 307 Temporary Redirect
          framing: close
          Location: {other}/target
        if the method is POST and cookie includes "a": 299 Fine
          body: "a\\r\\nb"
        otherwise: 404 Not Found
      {other}/target
        bytes: "HTTP/1.1 200 OK\\r\\n\\r\\n"
          then sends RST
      Anywhere else: 404; any other tunnel is opened
      Origins: {home} is http://home-1wyz58.test, {other} is http://other-1wyz58.test, {proxy} is http://proxy-1wyz58.test:3128, {other-proxy} is http://other-proxy-1wyz58.test:3128

    Checks
      #requests: how many requests arrived at any place
        checked only if #outcome@2 is “returned 200” or “returned 204”
        fetch: must be at least 2 and at most 4 [fetch/rule]
          disputed: Others count connections.
        decided by fetch under one and two
        overruled (our client sends more) under custom
          fetch: may be anything but “9” [fetch/rule]
      #request@other/target:2: method and body of the request at {other}/target (visit 2)
        no ruling, so a note, under one, two and custom

    Requirements
      [fetch/rule] Fetch Standard, step 1 (definition)
        The statement of the rule.
        https://fetch.spec.whatwg.org/"
  `);
});
