import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** Some upload services answered each part by a 308 long before 308 was a redirect. */
export const resumableUpload: Scenario = scenario({
  id: 'missing-location/resumable-upload',
  title: 'PUT of a part answered by 308 Resume Incomplete',
  routes: { '{home}/upload': { status: 308, reason: 'Resume Incomplete', headers: [['Range', 'bytes=0-42']] } },
  call: {
    method: 'PUT',
    url: '{home}/upload',
    headers: [['Content-Range', 'bytes 0-42/100']],
    body: 'forty-three octets of a much longer upload.',
  },
  covers: ['nl-308-google-drive'] satisfies RowId[],
  checks: [
    {
      fact: { kind: 'outcome' },
      rulings: [must('fetch/missing-location-returned', 'returned 308'), may('rfc9110/redirect-needs-location', 'returned 308')],
    },
    {
      fact: { kind: 'response-header', name: 'Range' },
      rulings: [
        must('fetch/missing-location-returned', 'bytes=0-42'),
        should('convention/missing-location-returned', 'bytes=0-42'),
      ],
    },
  ],
});
