import { defineRequirements } from './define.ts';

/** An accepted decision in the imperative, so every statement is a definition. Where it has no rule, RFC 9110 decides. */
export const adr016 = defineRequirements(
  { authority: 'adr-016', source: 'ADR-016' },
  {
    'adr-016/rule-1': {
      section: 'rule 1',
      level: 'definition',
      statement: 'Redirects are followed by default; with allow_redirects = False the redirect itself is returned to the caller.',
    },
    'adr-016/rule-2': {
      section: 'rule 2',
      level: 'definition',
      statement: '301 and 302 turn POST, PUT and PATCH into GET and drop the body; HEAD stays HEAD.',
    },
    'adr-016/rule-3': {
      section: 'rule 3',
      level: 'definition',
      statement: '303 always becomes GET without a body.',
    },
    'adr-016/rule-4': {
      section: 'rule 4',
      level: 'definition',
      statement: '307 keeps method and body.',
    },
    'adr-016/rule-5': {
      section: 'rule 5',
      level: 'definition',
      statement: '308 keeps method and body.',
    },
    'adr-016/rule-6': {
      section: 'rule 6',
      level: 'definition',
      statement: 'The Authorization header is dropped when the redirect changes the host.',
    },
    'adr-016/rule-7': {
      section: 'rule 7',
      level: 'definition',
      statement: 'The chain of redirects can be read afterwards in response.history.',
    },
    'adr-016/rule-8': {
      section: 'rule 8',
      level: 'definition',
      statement:
        'Each chain keeps the set of URLs that it has visited; a URL that occurs a second time raises RedirectLoopError at once, before any limit is reached.',
    },
    'adr-016/rule-9': {
      section: 'rule 9',
      level: 'definition',
      statement: 'At most max_redirects = 30 redirects are followed; the next one raises TooManyRedirects.',
    },
  },
);
