import { must, should } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';

const opaque = 'Fetch returns an opaque redirect with status 0; clients outside browsers return the redirect itself.';

/** In manual mode the caller gets the redirect: as the server sent it, or opaque. */
export const handedOver = (status: number): readonly RulingOn<'outcome'>[] => [
  must('fetch/manual-mode-is-opaque', ['returned 0', `returned ${status}`], opaque),
  must('adr-016/rule-1', `returned ${status}`),
  should('convention/manual-shows-the-redirect', `returned ${status}`),
];
