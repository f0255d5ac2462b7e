import type { Suite } from '../vocabulary/scenario.ts';
import { interimResponses } from './interim.ts';
import { locationElsewhere } from './locations.ts';
import { otherFields } from './lures.ts';
import { statusLines } from './status-lines.ts';

export const statusCoverage: Suite = {
  id: 'status-coverage',
  title: 'Status coverage',
  scenarios: [...locationElsewhere, ...interimResponses, ...statusLines, ...otherFields],
};
