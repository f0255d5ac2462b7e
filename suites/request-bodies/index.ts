import type { Suite } from '../vocabulary/scenario.ts';
import { chains } from './chains.ts';
import { contentFields } from './content-fields.ts';
import { earlyAnswers } from './early.ts';
import { forms } from './forms.ts';
import { expectationFailed, framingFields } from './framing-fields.ts';
import { getWithBody } from './get.ts';
import { kept, keptEmpty } from './kept.ts';
import { origins } from './origins.ts';
import { rewritten, rewrittenEmpty } from './rewritten.ts';
import { streams } from './streams.ts';
import { unanswered } from './unanswered.ts';

export const requestBodies: Suite = {
  id: 'request-bodies',
  title: 'Request bodies',
  scenarios: [
    ...kept,
    ...keptEmpty,
    ...rewritten,
    ...rewrittenEmpty,
    ...contentFields,
    ...framingFields,
    expectationFailed,
    ...chains,
    ...streams,
    ...earlyAnswers,
    ...forms,
    ...origins,
    ...getWithBody,
    ...unanswered,
  ],
};
