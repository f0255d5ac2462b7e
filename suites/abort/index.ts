import type { Suite } from '../vocabulary/scenario.ts';
import { afterwards } from './afterwards.ts';
import { givingUp } from './giving-up.ts';

export const abort: Suite = { id: 'abort', title: 'Giving up', scenarios: [...givingUp, ...afterwards] };
