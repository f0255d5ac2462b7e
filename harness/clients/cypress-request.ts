import { requestAdapter } from './support/request-adapter.ts';

/** What Cypress has made of request, which is no longer maintained. */
export default await requestAdapter('cypress-request', '@cypress/request');
