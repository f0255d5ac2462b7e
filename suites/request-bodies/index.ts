import type { Suite } from '../vocabulary/scenario.ts';
import { bodyChains } from './chains.ts';
import { contentFields, contentFieldsOfChains } from './content-fields.ts';
import { contentFieldsByCase } from './letter-case.ts';
import { earlyAnswers } from './early.ts';
import { forms } from './forms.ts';
import { expectationFailed, framingFields } from './framing-fields.ts';
import { getWithBody } from './get.ts';
import { keptBodies, keptWithoutBody, keptWithUnusualMethods } from './kept.ts';
import { bodiesToOtherOrigins } from './origins.ts';
import { droppedBodies, otherMethodsWithBody, rewrittenElsewhere, rewrittenWithoutBody } from './rewritten.ts';
import { bodiesLikeText } from './like-text.ts';
import { streamedBodies } from './streams.ts';
import { unansweredPosts } from './unanswered.ts';

/** What happens to the body of a request, and to the fields that describe it, after a redirect. */
export const requestBodiesSuite: Suite = {
  id: 'request-bodies',
  title: 'Request bodies',
  scenarios: [
    ...keptBodies,
    ...bodiesLikeText,
    ...keptWithoutBody,
    ...keptWithUnusualMethods,
    ...droppedBodies,
    ...rewrittenWithoutBody,
    ...otherMethodsWithBody,
    ...rewrittenElsewhere,
    ...contentFields,
    ...contentFieldsOfChains,
    ...contentFieldsByCase,
    ...framingFields,
    expectationFailed,
    ...bodyChains,
    ...streamedBodies,
    ...earlyAnswers,
    ...forms,
    ...bodiesToOtherOrigins,
    ...getWithBody,
    ...unansweredPosts,
  ],
};
