import type { Suite } from '../vocabulary/scenario.ts';
import { afterwards } from './afterwards.ts';
import { whileWaiting } from './while-waiting.ts';

export const abortSuite: Suite = { id: 'abort', title: 'Aborted calls', scenarios: [...whileWaiting, ...afterwards] };
