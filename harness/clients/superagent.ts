import { superagentAdapter } from './support/superagent-adapter.ts';

export default superagentAdapter('superagent');
