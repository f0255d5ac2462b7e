import { defineRequirements } from './define.ts';

/** What a caller may rely on under every profile. Defined by this project, so every statement is a definition. */
export const common = defineRequirements(
  { authority: 'common', source: 'Common ground' },
  {
    'common/call-settles': {
      section: 'end of a call',
      level: 'definition',
      statement: 'Every call settles in time, with a response or with an Error, and the process of the client survives it.',
    },
    'common/response-is-one': {
      section: 'responses',
      level: 'definition',
      statement: 'Status, fields and body that the caller gets belong to the same answer, the last of the chain.',
    },
    'common/decoded-behind-a-redirect': {
      section: 'responses',
      level: 'definition',
      statement:
        'A client that decodes the body of an answer by its Content-Encoding does so behind a redirect too. This is an inference: how an answer is read does not depend on how its URL was found.',
    },
    'common/callers-objects-left-alone': {
      section: 'calls',
      level: 'definition',
      statement: 'The objects that the caller passes, such as fields and options, are the same after the call as before it.',
    },
    'common/history-is-true': {
      section: 'responses',
      level: 'definition',
      statement: 'If a client reports the fields of a redirect, they are fields of the answer that redirected there.',
    },
    'common/nothing-piles-up': {
      section: 'end of a call',
      level: 'definition',
      statement:
        'A call releases its resources: the number of connections does not grow with hops and calls, and the process can end.',
    },
    'common/options-are-obeyed': {
      section: 'options',
      level: 'definition',
      statement:
        'An option of the client works as documented on every hop, and an exception thrown by the caller ends the chain.',
    },
    'common/proxy-credentials-for-the-proxy': {
      section: 'options',
      level: 'definition',
      statement: 'Credentials that the caller gives for a proxy are sent to that proxy, and to no other server.',
    },
    'common/next-call-unharmed': {
      section: 'calls',
      level: 'definition',
      statement: 'After a call that was aborted, or whose redirect was refused or could not be followed, the next call works.',
    },
    'common/calls-are-independent': {
      section: 'calls',
      level: 'definition',
      statement:
        'Each call counts its redirects from zero and has its own fields and body, whatever an earlier call of the client did; requesting the same URL in a second call is not a loop.',
    },
  },
);
