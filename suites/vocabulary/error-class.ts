/** The kinds of errors that the harness distinguishes, whatever a client calls them. */
export const errorClasses = [
  'too-many-redirects',
  'redirect-loop',
  'redirect-refused',
  'invalid-location',
  'unsupported-scheme',
  'body-not-replayable',
  'too-large',
  'aborted',
  'timeout',
  'tls',
  'connection',
  'blocked-address',
  'other',
] as const;
export type ErrorClass = (typeof errorClasses)[number];
