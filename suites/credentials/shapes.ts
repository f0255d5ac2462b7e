import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import { headerShapes } from '../vocabulary/call.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { shapeWords } from '../wording/call.ts';
import { scenario } from '../builders/scenario.ts';

/**
 * In whatever form the caller passes the fields, a redirect within the origin keeps them, and a redirect to another host
 * drops the credentials. `scenario` adds the canaries at the other host, and the rulings on them.
 */
export const credentialsByShape: readonly Scenario[] = headerShapes.map((headerShape) =>
  scenario({
    id: `credentials/fields-as-${headerShape}`,
    title: `Credentials in ${shapeWords[headerShape]}, on a 302 within the origin, then on a 302 to another host`,
    covers: ['h-header-forms'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/middle' },
      '{home}/middle': { status: 302, location: '{other}/target' },
      '{other}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start', headers: [['Accept-Language', 'de-AT, en;q=0.5']], headerShape },
    plant: ['cookie', 'proxy-authorization'],
    checks: [
      { fact: { kind: 'followed', to: '{other}/target' }, rulings: following[302] },
      {
        fact: { kind: 'field', name: 'Accept-Language', at: '{other}/target' },
        rulings: [must('fetch/other-headers-kept', 'de-AT, en;q=0.5'), should('rfc9110/request-resent', 'de-AT, en;q=0.5')],
      },
    ],
  }),
);
