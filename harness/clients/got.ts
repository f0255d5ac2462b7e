import { gotAdapter } from './support/got-adapter.ts';

export default gotAdapter('got');
