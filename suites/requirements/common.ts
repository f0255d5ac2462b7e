import { defineRequirements } from './define.ts';

/** What a caller may rely on whatever rule book is followed. Ours, hence definitions throughout. */
export const common = defineRequirements(
  { authority: 'common', source: 'Common ground' },
  {
    'common/call-settles': {
      section: 'end of a call',
      level: 'definition',
      statement:
        'Every call comes to an end in time, with a response or with an Error, and the process of the client survives it.',
    },
    'common/response-is-one': {
      section: 'responses',
      level: 'definition',
      statement: 'Status, fields and body that the caller gets belong to one and the same answer, the last of the chain.',
    },
    'common/nothing-piles-up': {
      section: 'end of a call',
      level: 'definition',
      statement: 'What a call took is given back: connections do not pile up over hops and calls, and the process can end.',
    },
    'common/options-are-obeyed': {
      section: 'options',
      level: 'definition',
      statement: 'An option of the client does what it promises on every hop, and what its caller throws ends the chain.',
    },
    'common/next-call-unharmed': {
      section: 'calls',
      level: 'definition',
      statement: 'After a call that was given up, or whose redirect was refused or not to be followed, the next call works.',
    },
    'common/calls-are-independent': {
      section: 'calls',
      level: 'definition',
      statement: 'Each call counts its redirects afresh; asking for the same URL in a second call is no loop.',
    },
  },
);
