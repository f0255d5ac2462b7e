import { defineRequirements } from './define.ts';

/**
 * An accepted decision in the imperative, so every statement is a definition. Where it has no rule, RFC 9110 decides.
 * The record does not number its rules: the numbers in the ids are ours, the sections are its headings.
 */
export const adr016 = defineRequirements(
  { authority: 'adr-016', source: 'ADR-016' },
  {
    'adr-016/rule-1': {
      section: 'Decision, Parameters',
      level: 'definition',
      statement:
        'Redirects are followed by default; allow_redirects = False switches that off. This is an inference: the redirect itself is returned then.',
    },
    'adr-016/rule-2': {
      section: 'Decision, Method conversion rules',
      level: 'definition',
      statement: '301 and 302 turn POST, PUT and PATCH into GET and drop the body; HEAD stays HEAD.',
    },
    'adr-016/rule-3': {
      section: 'Decision, Method conversion rules',
      level: 'definition',
      statement: '303 always becomes GET without a body.',
    },
    'adr-016/rule-4': {
      section: 'Decision, Method conversion rules',
      level: 'definition',
      statement: '307 keeps method and body.',
    },
    'adr-016/rule-5': {
      section: 'Decision, Method conversion rules',
      level: 'definition',
      statement: '308 keeps method and body.',
    },
    'adr-016/rule-6': {
      section: 'Decision, Security behavior',
      level: 'definition',
      statement: 'The Authorization header is dropped when the redirect changes the host.',
    },
    'adr-016/rule-7': {
      section: 'Decision, Security behavior',
      level: 'definition',
      statement: 'The redirects of a chain are kept in response.history.',
    },
    'adr-016/rule-8': {
      section: 'Decision, Cycle detection',
      level: 'definition',
      statement:
        'Each chain keeps the set of URLs that it has visited; a URL that is visited a second time raises RedirectLoopError at once, before max_redirects is reached.',
    },
    'adr-016/rule-9': {
      section: 'Decision, Parameters',
      level: 'definition',
      statement: 'At most max_redirects = 30 redirects are followed; the next one raises TooManyRedirects.',
    },
  },
);
