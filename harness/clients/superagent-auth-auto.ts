import { superagentAdapter } from './support/superagent-adapter.ts';

/** Credentials by the option are sent only once a server has asked for them. */
export default superagentAdapter('superagent+auth-auto', { type: 'auto' });
