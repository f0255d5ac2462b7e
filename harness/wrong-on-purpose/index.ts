import { credentials } from './credentials.ts';
import { following } from './following.ts';
import { limits } from './limits.ts';
import { methods } from './methods.ts';
import { responses } from './responses.ts';
import type { Sin } from './sin.ts';

/** Every client that is wrong on purpose. */
export const sins: readonly Sin[] = [...following, ...methods, ...credentials, ...limits, ...responses];
