import { defineRequirements } from './define.ts';

/** URI syntax and how references are resolved. It has no keywords: every statement is a definition. */
export const rfc3986 = defineRequirements(
  {
    authority: 'rfc9110',
    source: 'RFC 3986',
    url: (section) => `https://www.rfc-editor.org/rfc/rfc3986.html#section-${section}`,
  },
  {
    // Characters
    'rfc3986/reserved-escapes-matter': {
      section: '2.2',
      level: 'definition',
      statement:
        'A reserved character and its escape are not the same: %2F, %3F and similar escapes are neither decoded nor created.',
    },
    'rfc3986/unreserved-escapes-do-not-matter': {
      section: '2.3',
      level: 'definition',
      statement: 'An unreserved character and its escape, such as ~ and %7E, are the same.',
    },
    'rfc3986/escaped-once': {
      section: '2.4',
      level: 'definition',
      statement: 'Nothing is escaped or unescaped twice: %25 stays %25.',
    },
    'rfc3986/ip-literal-in-brackets': {
      section: '3.2.2',
      level: 'definition',
      statement: 'An IPv6 address as host is enclosed in square brackets.',
    },
    'rfc3986/fragment-not-dereferenced': {
      section: '3.5',
      level: 'definition',
      statement: 'The fragment is separated from the URI before the URI is dereferenced.',
    },
    'rfc3986/same-document-reference': {
      section: '4.4',
      level: 'definition',
      statement:
        'A reference that is empty, or only a fragment, refers to the base URI itself; dereferencing it should not cause a new retrieval.',
    },

    // Resolution
    'rfc3986/base-is-the-last-uri': {
      section: '5.1.3',
      level: 'definition',
      statement:
        'After a redirect the base for relative references in the retrieved document is the URI used last, not the first of the chain.',
    },
    'rfc3986/absolute-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference with a scheme takes nothing from the base URI.',
    },
    'rfc3986/network-path-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference that begins with // takes only the scheme from the base URI.',
    },
    'rfc3986/scheme-and-authority-kept': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference without scheme and authority takes both whole from the base URI, with its port.',
    },
    'rfc3986/absolute-path-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference that begins with a single / takes scheme and authority, user name included, from the base URI.',
    },
    'rfc3986/query-only-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference that is only a query keeps the path of the base URI and replaces its query.',
    },
    'rfc3986/fragment-only-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference that is only a fragment keeps path and query of the base URI.',
    },
    'rfc3986/empty-reference': {
      section: '5.2.2',
      level: 'definition',
      statement: 'An empty reference resolves to the base URI without its fragment.',
    },
    'rfc3986/base-query-dropped': {
      section: '5.2.2',
      level: 'definition',
      statement: 'A reference with a path of its own takes no query from the base URI.',
    },
    'rfc3986/same-scheme-reference': {
      section: '5.2.2',
      level: 'definition',
      statement:
        'A parser that is not strict may ignore the scheme of a reference if the base URI has the same, so that http:g becomes a relative path.',
    },
    'rfc3986/relative-path-merged': {
      section: '5.2.3',
      level: 'definition',
      statement: 'A relative path replaces what follows the last slash in the path of the base URI.',
    },
    'rfc3986/dot-segments-removed': {
      section: '5.2.4',
      level: 'definition',
      statement: 'The segments . and .. are resolved and removed, also from a reference that is absolute.',
    },
    'rfc3986/empty-segments-kept': {
      section: '5.2.4',
      level: 'definition',
      statement: 'Only dot segments are removed from a path; empty segments, as in /a//b, stay.',
    },
    'rfc3986/empty-is-not-undefined': {
      section: '5.3',
      level: 'definition',
      statement: 'A component that is present but empty, as in /b#, is distinguished from one that is absent.',
    },
    'rfc3986/parameters-belong-to-the-path': {
      section: '5.4.1',
      level: 'definition',
      statement: 'A semicolon is an ordinary part of a path: ;x against /b/c/d;p gives /b/c/;x.',
    },
    'rfc3986/surplus-dots-removed': {
      section: '5.4.2',
      level: 'definition',
      statement: 'A .. beyond the root is removed; it changes neither authority nor root.',
    },
    'rfc3986/comparison-without-fragment': {
      section: '6.1',
      level: 'definition',
      statement: 'URIs are compared without their fragments when the comparison decides about a request.',
    },
  },
);
