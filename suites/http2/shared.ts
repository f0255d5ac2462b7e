import { keptElsewhere } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Route } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const from: PathPlace = '{shared-h2}/start';
const to: PathPlace = '{other-shared-h2}/target';

const arrived = { status: 200, body: 'arrived' } as const;

/** The server is authoritative for a host only on a connection that was opened for it. */
const onItsOwnConnection: Route = [
  { when: { serverName: '{shared-h2.host}' }, answer: { status: 421, body: 'not on this connection' } },
  { answer: arrived },
];

const browsersShare =
  'Fetch says of this algorithm that it is intentionally a little vague. Browsers share connections as RFC 9113 allows it.';

const shared: Check = {
  fact: { kind: 'reuse', from, at: to },
  rulings: [
    may('fetch/connection-by-origin', ['same connection', 'another connection'], browsersShare),
    may('rfc9113/connection-may-be-shared', ['same connection', 'another connection']),
  ],
};

const authority: Check = {
  fact: { kind: 'field', name: 'Host', at: to },
  rulings: [must('rfc9113/authority-is-the-target', ['{other-shared-h2.host}', '{other-shared-h2.host}:443'])],
};

const requests = [
  { status: 302, method: 'GET', body: undefined },
  { status: 307, method: 'POST', body: 'name=Zoë' },
] as const;

const servers = [
  { name: 'certificate', title: 'a server that also serves the target', route: arrived },
  { name: 'certificate-421', title: 'a server that answers 421 to the target on that connection', route: onItsOwnConnection },
] as const satisfies readonly { readonly name: string; readonly title: string; readonly route: Route }[];

/** The certificate of the open connection also covers the target, and both hosts have one address. */
export const sharedCertificates: readonly Scenario[] = servers.flatMap(({ name, title, route }) =>
  requests.map(({ status, method, body }) =>
    scenario({
      id: `http2/shared-${name}-${status}-${method.toLowerCase()}`,
      title: `${method} answered by ${status}, over HTTP/2 from ${title}`,
      covers: ['h2-coalescing'],
      routes: { [from]: { status, location: to }, [to]: route },
      call: { method, url: from, http2: true, ...(body && { body }) },
      plant: ['cookie'],
      checks: [
        { fact: { kind: 'followed', to }, rulings: following[status] },
        ...(body ? [{ fact: { kind: 'request', at: to }, rulings: keptElsewhere(307) } as const satisfies Check] : []),
        {
          fact: { kind: 'outcome' },
          given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
          rulings: [
            must('fetch/421-retried', 'returned 200'),
            may('rfc9110/421-may-be-retried', ['returned 200', 'returned 421']),
          ],
        },
        shared,
        authority,
        { fact: { kind: 'protocol', at: from }, rulings: [] },
      ],
    }),
  ),
);
