import { following } from '../following.ts';
import { keptElsewhere } from '../request-bodies/origins.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Response, Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/report';
const target: Place = '{home-tls}/report';

/** Fields of the edge. `told` says how it came by the answer. */
const edge = (told: string): HeaderFields => [
  ['X-Cache', told],
  ['Via', '1.1 8a7f0e4c5d6b.cloudfront.net (CloudFront)'],
  ['X-Amz-Cf-Pop', 'FRA56-P4'],
  ['X-Amz-Cf-Id', 'Uo3yq2l0M1cYH0n7fW9bE5dQ=='],
];

const page = (title: string): string =>
  [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    '<hr><center>CloudFront</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n');

const toHttps = (status: 301 | 307): Response => ({
  status,
  headers: [
    ['Server', 'CloudFront'],
    ['Date', 'Wed, 06 May 2026 09:00:00 GMT'],
    ['Content-Type', 'text/html'],
    ['Location', target],
    ...edge('Redirect from cloudfront'),
  ],
  body: page(status === 301 ? '301 Moved Permanently' : '307 Temporary Redirect'),
});

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

const withBody: readonly Method[] = ['POST', 'PUT', 'PATCH'];

/** By 301 a GET or HEAD, by 307 anything else: the method stays, and where there is a body, it may stay behind. */
function requestRulings(status: 301 | 307, method: Method): readonly Ruling[] {
  const body = withBody.includes(method) ? 'same body' : 'no body';
  const same = `${method}, ${body}`;
  if (status === 301) return [must('fetch/method-kept', same), should('rfc9110/method-by-status', same)];
  return [...keptElsewhere(307, method, body), should('convention/cloudfront-https-by-307', same)];
}

const viewer = (status: 301 | 307, method: Method): Scenario =>
  scenario({
    id: `services/cloudfront-https-${method.toLowerCase()}`,
    title: `${method} by http to an edge that wants https`,
    routes: { [start]: toHttps(status), [target]: { status: 200, body: 'arrived' } },
    call: { method, url: start, ...(withBody.includes(method) && { body: '{"name":"Zoë"}' }) },
    covers: ['tls-http-to-https'],
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [
          ...following[status],
          should(status === 301 ? 'convention/cloudfront-https-by-301' : 'convention/cloudfront-https-by-307', 'followed'),
        ],
      },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
    ],
  });

const old: Place = '{home}/old-prefix/photo.jpg';
const moved: Place = '{home}/new-prefix/photo.jpg';

/** A redirect of the origin out of the cache of the edge. 307 and 308 are there only if the origin said so. */
const relayed = (status: 301 | 302 | 307 | 308): Response => ({
  status,
  headers: [
    ['Location', moved],
    ['Server', 'AmazonS3'],
    ...(status > 303 ? [['Cache-Control', 's-maxage=60'] as const] : []),
    ['Age', '42'],
    ...edge('Hit from cloudfront'),
  ],
});

const relays: readonly Scenario[] = ([301, 302, 307, 308] as const).map((status) =>
  scenario({
    id: `services/cloudfront-relays-${status}`,
    title: `A ${status} of the origin, relayed by an edge that keeps it`,
    routes: { [old]: relayed(status), [moved]: { status: 200, body: 'a photo' } },
    call: { method: 'GET', url: old },
    checks: [
      {
        fact: { kind: 'followed', to: moved },
        rulings: [...following[status], should('convention/cloudfront-relays-redirects', 'followed')],
      },
    ],
  }),
);

/** The edge may keep what the client may not: s-maxage is for shared caches alone. */
const withdrawn: Scenario = scenario({
  id: 'services/cloudfront-withdrawn',
  title: 'A second call after the rule behind a 307 was withdrawn, and the edge told',
  routes: {
    [old]: [
      { when: { visit: 1 }, answer: relayed(307) },
      { answer: { status: 200, headers: edge('Miss from cloudfront'), body: 'the old photo, back again' } },
    ],
    [moved]: { status: 200, body: 'a photo' },
  },
  calls: [
    { method: 'GET', url: old },
    { method: 'GET', url: old },
  ],
  checks: [
    { fact: { kind: 'followed', to: moved }, rulings: following[307] },
    {
      fact: { kind: 'requests', at: old },
      rulings: [
        may(
          'rfc9110/307-is-temporary',
          ['1', '2'],
          'As long as s-maxage lasts, a client with a shared cache may reuse the redirect.',
        ),
        should('convention/cloudfront-keeps-307-if-told', '2'),
      ],
    },
  ],
});

export const cloudfront: readonly Scenario[] = [
  ...(['GET', 'HEAD'] as const).map((method) => viewer(301, method)),
  ...(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).map((method) => viewer(307, method)),
  ...relays,
  withdrawn,
];
