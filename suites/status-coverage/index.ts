import type { Suite } from '../vocabulary/scenario.ts';
import { interimResponses } from './interim.ts';
import { locationElsewhere } from './locations.ts';
import { otherFields } from './other-fields.ts';
import { statusLines } from './status-lines.ts';

/** Which answers are redirects: the status decides, together with Location. */
export const statusCoverageSuite: Suite = {
  id: 'status-coverage',
  title: 'Status coverage',
  scenarios: [...locationElsewhere, ...interimResponses, ...statusLines, ...otherFields],
};
