import { found, type Reader } from './evidence.ts';

export const exit: Reader<'exit'> = (_, { observation }) =>
  observation.exit ? found(observation.exit) : { none: 'transport', because: 'the client has no process of its own' };
