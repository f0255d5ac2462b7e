import type { Suite } from '../vocabulary/scenario.ts';
import { lastAnswerOnly, manyFields } from './answers.ts';
import { hostByHand } from './host-by-hand.ts';
import { host, hostWithDefaultPort } from './host.ts';
import { acceptEncoding, credentialTwice, kept, repeated } from './kept.ts';
import { requestLines } from './request-line.ts';
import { validators } from './validators.ts';

export const headers: Suite = {
  id: 'headers',
  title: 'Headers',
  scenarios: [
    ...kept,
    ...repeated,
    acceptEncoding,
    credentialTwice,
    ...host,
    hostWithDefaultPort,
    ...hostByHand,
    ...requestLines,
    lastAnswerOnly,
    manyFields,
    validators,
  ],
};
