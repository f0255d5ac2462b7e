import { undiciRequestAdapter } from './support/undici-request-adapter.ts';

export default undiciRequestAdapter('undici/request');
