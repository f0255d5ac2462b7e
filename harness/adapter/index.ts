/** Everything that an adapter may import. */
export {
  defineClient,
  type CallOptions,
  type Client,
  type ClientRequest,
  type ClientResponse,
  type ClientCertificate,
  type ClientSession,
  type InstanceName,
  type ProxySettings,
  type ScenarioNeeds,
  type Send,
  type TokenProvider,
} from './client.ts';
export { defineConfig } from './define-config.ts';
export { defineScenarios } from './define-scenarios.ts';
export { fieldsOf, inShape, toHeadersObject, unwatched } from './fields.ts';
export { fromAxios } from './from-axios.ts';
export { fromFetch, type FetchLike } from './from-fetch.ts';
export { fromGot } from './from-got.ts';
export { toProxyEnvironment } from './proxy-environment.ts';
