import type { Suite } from '../vocabulary/scenario.ts';
import { maxBytes } from './max-bytes.ts';
import { methods } from './methods.ts';
import { sensitiveFields } from './sensitive-fields.ts';
import { told } from './told.ts';

export const options: Suite = {
  id: 'options',
  title: 'Options of the caller',
  scenarios: [...told, ...sensitiveFields, ...maxBytes, ...methods],
};
