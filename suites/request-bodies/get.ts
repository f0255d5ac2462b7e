import { may } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfUpload, uploadTarget } from './shared.ts';

/** GET with content. Fetch refuses it before anything is sent, RFC 9110 advises against it, and no rule removes the content. */
export const getWithBody: readonly Scenario[] = redirectStatuses.map((status) =>
  scenario({
    id: `request-bodies/${status}-get-with-body`,
    title: `GET with a body answered by ${status}`,
    covers: ['b-get-with-body-redirect'],
    routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start', headers: [['Content-Type', 'application/json']], body: '{"query":"all"}' },
    checks: [
      {
        fact: { kind: 'followed', to: uploadTarget },
        rulings: [may('fetch/get-has-no-body', 'error: other'), may('rfc9110/may-follow', ['followed', `returned ${status}`])],
      },
      {
        fact: { kind: 'request', at: uploadTarget },
        rulings: [
          may(
            'rfc9110/get-without-content',
            ['GET, same body', 'GET, no body'],
            'One section advises against content in a GET, and another asks to resend the request with its content.',
          ),
        ],
      },
      framingOfUpload,
    ],
  }),
);
