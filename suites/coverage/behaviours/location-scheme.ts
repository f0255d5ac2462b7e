import { client, portable, type Rows } from './row.ts';

export const locationSchemeRows = {
  'ls-data': portable('Redirect to a data: URL'),
  'ls-about-blob-mailto': portable('Redirect to about:, blob:, mailto: or an unknown scheme'),
  'ls-file': portable('Redirect to a file: URL must not read local files'),
  'ls-ftp': portable('Redirect to ftp:'),
  'ls-custom-app': portable('Redirect to an app scheme (unsafe:, market:, tel:, slack:)'),
  'ls-typo': portable('Misspelled scheme (htt:, xxx:)'),
  'ls-websocket': portable('Redirect to ws: or wss:'),
  'ls-unix-socket': client('Redirect from TCP to a unix socket, by URL or by http://unix:/path, is refused'),
  'ls-host-named-unix': client('An ordinary host called unix is still followed'),
  'ls-gopher-other': portable('Redirect to gopher or IMAP is refused or limited to allowed protocols'),
  'ls-unknown-scheme-unfollowed': portable('With following off, an unknown scheme is no error'),
  'ls-redirect-protocol-allowlist': client('A list of protocols allowed for redirects may refuse http when starting from https'),
  'ls-policy-before-scheme': client('User policy is consulted before the scheme error is raised'),
} satisfies Rows;
