import { isDeepStrictEqual } from 'node:util';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

export const sameField: Reader<'same-field'> = ({ name, from, at }, evidence) =>
  ifRequested({ at: from }, evidence, (before) =>
    ifRequested({ at }, evidence, (after) => {
      const first = valuesOf(before.headers, name);
      const second = valuesOf(after.headers, name);
      if (isDeepStrictEqual(first, second)) return found('same');
      return found(second.length === 0 ? 'lost' : 'changed');
    }),
  );
