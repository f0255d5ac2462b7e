import type { Suite } from '../vocabulary/scenario.ts';
import { finalUrls, reportedFinalUrls } from './final-urls.ts';
import { onTheWire } from './wire.ts';

/** Fragments are not sent to servers, and are inherited across redirects. */
export const fragmentsSuite: Suite = {
  id: 'fragments',
  title: 'Fragments',
  scenarios: [...finalUrls, ...reportedFinalUrls, ...onTheWire],
};
