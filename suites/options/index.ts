import type { Suite } from '../vocabulary/scenario.ts';
import { cookieOptions } from './cookies.ts';
import { byteLimits } from './max-bytes.ts';
import { requestLimits } from './max-request-bytes.ts';
import { methodOptions, methodOptionsElsewhere } from './methods.ts';
import { redirectHooks } from './on-redirect.ts';
import { queryOptions } from './query.ts';
import { sensitiveFields } from './sensitive-fields.ts';
import { errorsAtTheLimit } from './throw-at-limit.ts';

export const optionsSuite: Suite = {
  id: 'options',
  title: 'Options of the caller',
  scenarios: [
    ...redirectHooks,
    ...sensitiveFields,
    ...byteLimits,
    ...requestLimits,
    ...methodOptions,
    ...methodOptionsElsewhere,
    ...queryOptions,
    ...cookieOptions,
    ...errorsAtTheLimit,
  ],
};
