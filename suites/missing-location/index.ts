import type { Suite } from '../vocabulary/scenario.ts';
import { targetElsewhere } from './elsewhere.ts';
import { emptyLocation } from './empty.ts';
import { nginx308 } from './nginx.ts';
import { resumableUpload } from './resumable-upload.ts';
import { withoutLocation } from './statuses.ts';

export const missingLocationSuite: Suite = {
  id: 'missing-location',
  title: 'Missing Location',
  scenarios: [...withoutLocation, ...nginx308, ...emptyLocation, ...targetElsewhere, resumableUpload],
};
