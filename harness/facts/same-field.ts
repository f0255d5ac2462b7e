import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

export const sameField: Reader<'same-field'> = ({ name, from, at }, evidence) =>
  ifRequested({ at: from }, evidence, (before) =>
    ifRequested({ at }, evidence, (after) => {
      const [first, second] = [before, after].map(({ headers }) => valuesOf(headers, name).join(' | '));
      if (first === second) return found('same');
      return found(second === '' ? 'lost' : 'changed');
    }),
  );
