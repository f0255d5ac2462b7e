import type { Suite } from '../vocabulary/scenario.ts';
import { lastAnswerOnly, manyFields } from './answers.ts';
import { unchangedObjects } from './callers-objects.ts';
import { hostByHand, hostByHandIsNoBase } from './host-by-hand.ts';
import { generatedHosts, hostWithDefaultPort } from './host.ts';
import { acceptEncoding, authorizationTwice, conditionsOfCallers, forbiddenFields, keptFields, repeatedFields } from './kept.ts';
import { requestLines } from './request-line.ts';
import { namesByCase, unusualValues } from './unusual.ts';
import { validators } from './validators.ts';

/** The fields of the request after a redirect: those of the caller are kept, those of the client are generated again. */
export const headersSuite: Suite = {
  id: 'headers',
  title: 'Headers',
  scenarios: [
    ...keptFields,
    ...unusualValues,
    ...namesByCase,
    ...repeatedFields,
    acceptEncoding,
    ...forbiddenFields,
    ...conditionsOfCallers,
    authorizationTwice,
    ...generatedHosts,
    hostWithDefaultPort,
    ...hostByHand,
    ...hostByHandIsNoBase,
    ...requestLines,
    lastAnswerOnly,
    manyFields,
    validators,
    ...unchangedObjects,
  ],
};
