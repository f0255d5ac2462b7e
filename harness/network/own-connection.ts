import { AsyncLocalStorage } from 'node:async_hooks';

const own = new AsyncLocalStorage<true>();

/**
 * Opens a connection of the driver to a program that it has started, such as a browser: the guard lets it pass. What a
 * client connects to stays inside its scenario.
 */
export const openOwnConnection = <Connection>(open: () => Connection): Connection => own.run(true, open);

/** Whether the connection that is being opened is one of the driver's own. */
export const isOwnConnection = (): boolean => own.getStore() === true;
