import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import { shapeWords } from '../vocabulary/call-wording.ts';
import { headerShapes, type Scenario } from '../vocabulary/scenario.ts';

/**
 * In whatever form the caller hands the fields over, a redirect within the origin takes them along, and one to another
 * host leaves the credentials behind. The canaries there are added, and ruled, by `scenario`.
 */
export const byShape: readonly Scenario[] = headerShapes.map((headerShape) =>
  scenario({
    id: `credentials/fields-as-${headerShape}`,
    title: `Credentials in ${shapeWords[headerShape]}, on a 302 within the origin and on another to another host`,
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
