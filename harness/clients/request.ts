import { requestAdapter } from './support/request-adapter.ts';

export default await requestAdapter('request', 'request');
