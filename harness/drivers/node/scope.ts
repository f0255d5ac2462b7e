import { AsyncLocalStorage } from 'node:async_hooks';

/** The scenario that the running code belongs to: everything that its calls started, also after they have settled. */
export const scenarioScope = new AsyncLocalStorage<string>();
