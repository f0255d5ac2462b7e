import type { Suite } from '../vocabulary/scenario.ts';
import { lastAnswer } from './last-answer.ts';
import { again, sameUrl } from './revisits.ts';
import { tells } from './tells.ts';

export const metadata: Suite = {
  id: 'metadata',
  title: 'What the client tells',
  scenarios: [...tells, sameUrl, again, ...lastAnswer],
};
