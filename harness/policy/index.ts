/** HTTP clients by rule book. */
export type { MakeRequest, PolicyResponse, RequestOptions } from './client.ts';
export {
  BodyNotReplayableError,
  InvalidLocationError,
  RedirectLoopError,
  RedirectRefusedError,
  TooManyRedirects,
  UnsupportedSchemeError,
} from './errors.ts';
export type { Fields, FollowedRedirect, PlainRequest, ReceivedAnswer } from './messages.ts';
export type { Policy } from './policy.ts';
export { policyClient, type PolicyClient } from './policy-client.ts';
export { type RuleBook, ruleBooks } from './rule-books.ts';
