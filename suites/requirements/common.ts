import { defineRequirements } from './define.ts';

/** What a caller may rely on whatever rule book is followed. Ours, hence definitions throughout. */
export const common = defineRequirements(
  { authority: 'common', source: 'Common ground' },
  {
    'common/control-exchange': {
      section: 'control exchange',
      level: 'definition',
      statement: 'A plain exchange without any redirect works.',
    },
    'common/call-settles': {
      section: 'end of a call',
      level: 'definition',
      statement: 'Every call comes to an end in time, with a response or with an error.',
    },
    'common/process-survives': {
      section: 'survival',
      level: 'definition',
      statement:
        'Whatever a server answers, the process of the client goes on: it neither exits nor dies of an error that nobody could catch.',
    },
    'common/errors-are-errors': {
      section: 'errors',
      level: 'definition',
      statement: 'What a call throws is an Error.',
    },
    'common/response-is-one': {
      section: 'responses',
      level: 'definition',
      statement: 'Status, fields and body that the caller gets belong to one and the same answer, the last of the chain.',
    },
    'common/calls-are-independent': {
      section: 'calls',
      level: 'definition',
      statement: 'Each call counts its redirects afresh; asking for the same URL in a second call is no loop.',
    },
  },
);
