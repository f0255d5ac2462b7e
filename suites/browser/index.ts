import type { Suite } from '../vocabulary/scenario.ts';
import { corsChecks } from './cors.ts';
import { credentialsModes } from './credentials.ts';
import { metadata } from './metadata.ts';
import { modes } from './modes.ts';
import { navigations } from './navigations.ts';
import { preflightScenarios } from './preflights.ts';
import { sends } from './sends.ts';
import { timings } from './timing.ts';

export const browserSuite: Suite = {
  id: 'browser',
  title: 'What only a page of a browser meets',
  scenarios: [
    ...corsChecks,
    ...modes,
    ...preflightScenarios,
    ...credentialsModes,
    ...timings,
    ...metadata,
    ...navigations,
    ...sends,
  ],
};
