import { keptElsewhere } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { hasBody, sameRequest } from '../rulings/method-calls.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/report';
const target: Place = '{home-tls}/report';

/** The fields of the edge server. `xCache` says where the response comes from. */
const edgeFields = (xCache: string): HeaderFields => [
  ['X-Cache', xCache],
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
    ...edgeFields('Redirect from cloudfront'),
  ],
  body: page(status === 301 ? '301 Moved Permanently' : '307 Temporary Redirect'),
});

/** CloudFront answers GET and HEAD by 301, and all other methods by 307. */
type Row =
  | readonly [status: 301, method: 'GET' | 'HEAD']
  | readonly [status: 307, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'];

const rows: readonly Row[] = [
  [301, 'GET'],
  [301, 'HEAD'],
  [307, 'POST'],
  [307, 'PUT'],
  [307, 'PATCH'],
  [307, 'DELETE'],
  [307, 'OPTIONS'],
];

/** The method stays the same. A body may be dropped. */
function rulingsOnRequest([status, method]: Row): readonly RulingOn<'request'>[] {
  const same = sameRequest(method);
  if (status === 301) return [must('fetch/method-kept', same), should('rfc9110/method-by-status', same)];
  return [
    ...keptElsewhere(307, method, hasBody(method) ? 'same body' : 'no body'),
    should('convention/cloudfront-https-by-307', same),
  ];
}

const toScenario = (row: Row): Scenario => {
  const [status, method] = row;
  return scenario({
    id: `services/cloudfront-https-${method.toLowerCase()}`,
    title: `${method} by http to an edge server that requires https`,
    routes: { [start]: toHttps(status), [target]: { status: 200, body: 'arrived' } },
    call: { method, url: start, ...(hasBody(method) && { body: '{"name":"Zoë"}' }) },
    covers: ['tls-http-to-https'],
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [...following[status], should(`convention/cloudfront-https-by-${status}`, 'followed')],
      },
      { fact: { kind: 'request', at: target }, rulings: rulingsOnRequest(row) },
    ],
  });
};

const oldPlace: Place = '{home}/old-prefix/photo.jpg';
const newPlace: Place = '{home}/new-prefix/photo.jpg';

/** A redirect of the origin server, from the cache of the edge server. It keeps 307 and 308 only if the origin allows it. */
const relayed = (status: 301 | 302 | 307 | 308): Response => ({
  status,
  headers: [
    ['Location', newPlace],
    ['Server', 'AmazonS3'],
    ...(status > 303 ? [['Cache-Control', 's-maxage=60'] as const] : []),
    ['Age', '42'],
    ...edgeFields('Hit from cloudfront'),
  ],
});

const relays: readonly Scenario[] = ([301, 302, 307, 308] as const).map((status) =>
  scenario({
    id: `services/cloudfront-relays-${status}`,
    title: `A ${status} of the origin server, from the cache of an edge server`,
    routes: { [oldPlace]: relayed(status), [newPlace]: { status: 200, body: 'a photo' } },
    call: { method: 'GET', url: oldPlace },
    checks: [
      {
        fact: { kind: 'followed', to: newPlace },
        rulings: [...following[status], should('convention/cloudfront-relays-redirects', 'followed')],
      },
    ],
  }),
);

/** The edge server may store what the client must not: s-maxage is for shared caches only. */
const withdrawn: Scenario = scenario({
  id: 'services/cloudfront-withdrawn',
  title: 'A second call after a 307 was removed from the origin server and from the cache of the edge server',
  routes: {
    [oldPlace]: [
      { when: { visit: 1 }, answer: relayed(307) },
      { answer: { status: 200, headers: edgeFields('Miss from cloudfront'), body: 'the old photo, back again' } },
    ],
    [newPlace]: { status: 200, body: 'a photo' },
  },
  calls: [
    { method: 'GET', url: oldPlace },
    { method: 'GET', url: oldPlace },
  ],
  checks: [
    { fact: { kind: 'followed', to: newPlace }, rulings: following[307] },
    {
      fact: { kind: 'requests', at: oldPlace },
      rulings: [
        may('rfc9110/307-is-temporary', ['1', '2'], 'While s-maxage lasts, a client with a shared cache may reuse the redirect.'),
      ],
    },
  ],
});

export const cloudfront: readonly Scenario[] = [...rows.map(toScenario), ...relays, withdrawn];
