import type { Suite } from '../vocabulary/scenario.ts';
import { fieldValues } from './field-values.ts';
import { lastAnswer } from './last-answer.ts';
import { nextCalls } from './next-calls.ts';
import { reportedMetadata } from './reported.ts';
import { repeatedUrls } from './revisits.ts';

export const metadataSuite: Suite = {
  id: 'metadata',
  title: 'What the client reports',
  scenarios: [...reportedMetadata, ...repeatedUrls, ...lastAnswer, ...fieldValues, ...nextCalls],
};
