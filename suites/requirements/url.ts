import { defineRequirements } from './define.ts';

/** The anchors of the states of the URL parser. */
const anchors = {
  'Basic URL parser': 'concept-basic-url-parser',
  'Scheme state': 'scheme-state',
  'Special relative or authority state': 'special-relative-or-authority-state',
  'Relative state': 'relative-state',
  'Relative slash state': 'relative-slash-state',
  'Special authority ignore slashes state': 'special-authority-ignore-slashes-state',
  'Authority state': 'authority-state',
  'Host state': 'host-state',
  'Port state': 'port-state',
  'Path state': 'path-state',
  'Query state': 'query-state',
  'Host parser': 'concept-host-parser',
  'IPv4 parser': 'concept-ipv4-parser',
  'URL serializing': 'url-serializing',
} as const satisfies Record<string, string>;

/** How the URL Standard, which Fetch uses, parses a Location. */
export const urlStandard = defineRequirements(
  {
    authority: 'fetch',
    source: 'URL Standard',
    url: (section) => `https://url.spec.whatwg.org/#${anchors[section as keyof typeof anchors]}`,
  },
  {
    'url/tab-and-newline-removed': {
      section: 'Basic URL parser',
      level: 'definition',
      statement: 'Control characters and spaces around a URL, and tabs and newlines inside it, are removed.',
    },
    'url/scheme-in-lower-case': {
      section: 'Scheme state',
      level: 'definition',
      statement: 'The scheme is accepted in any letter case and converted to lower case.',
    },
    'url/same-scheme-is-relative': {
      section: 'Special relative or authority state',
      level: 'definition',
      statement: 'http:g, with a base of the same scheme, is a relative path.',
    },
    'url/relative-resolved': {
      section: 'Relative state',
      level: 'definition',
      statement:
        'A relative path replaces what follows the last slash of the base and drops its query; a reference that is only a query keeps the path, and one that is only a fragment keeps path and query.',
    },
    'url/relative-keeps-credentials': {
      section: 'Relative state',
      level: 'definition',
      statement: 'A relative URL keeps user name and password of its base.',
    },
    'url/backslash-is-a-slash': {
      section: 'Relative slash state',
      level: 'definition',
      statement: 'In http and https a backslash is treated as a slash, so that \\\\host and /\\host name another host.',
    },
    'url/surplus-slashes-ignored': {
      section: 'Special authority ignore slashes state',
      level: 'definition',
      statement: 'Surplus slashes before the host are ignored: in http:///x the host is x.',
    },
    'url/credentials-parsed': {
      section: 'Authority state',
      level: 'definition',
      statement: 'User name and password before the host are accepted as part of the URL.',
    },
    'url/host-required': {
      section: 'Host state',
      level: 'definition',
      statement: 'An http or https URL without any host is invalid.',
    },
    'url/default-port-dropped': {
      section: 'Port state',
      level: 'definition',
      statement: 'The default port of the scheme is dropped.',
    },
    'url/port-in-range': {
      section: 'Port state',
      level: 'definition',
      statement: 'A port above 65535, or one that is not a number, makes the URL invalid.',
    },
    'url/dot-segments-removed': {
      section: 'Path state',
      level: 'definition',
      statement: 'The segments . and .. are resolved and removed, and so are %2e and %2e%2e.',
    },
    'url/path-escaped': {
      section: 'Path state',
      level: 'definition',
      statement:
        'Control characters, spaces, characters outside ASCII and " < > ^ ` { } in a path are escaped as UTF-8; other characters and existing escapes are not changed.',
    },
    'url/query-escaped': {
      section: 'Query state',
      level: 'definition',
      statement:
        'Control characters, spaces, characters outside ASCII and " < > and the apostrophe in a query are escaped as UTF-8; other characters and existing escapes are not changed.',
    },
    'url/empty-query-kept': {
      section: 'URL serializing',
      level: 'definition',
      statement: 'A query that is empty, but not null, is serialized as a question mark.',
    },
    'url/host-to-ascii': {
      section: 'Host parser',
      level: 'definition',
      statement: 'A host is unescaped, converted to lower case and, if it is not ASCII, converted to its xn-- form.',
    },
    'url/broken-ipv6-refused': {
      section: 'Host parser',
      level: 'definition',
      statement: 'An opening bracket without its closing one, as in http://[::1/, makes the URL invalid.',
    },
    'url/ipv4-in-any-form': {
      section: 'IPv4 parser',
      level: 'definition',
      statement: 'Numbers in hexadecimal or octal, or in fewer than four parts, such as 0x7f.1, are an IPv4 address.',
    },
  },
);
