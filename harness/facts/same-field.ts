import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

export const sameField: Reader<'same-field'> = ({ name, from, at }, evidence) =>
  ifRequested({ at: from }, evidence, (before) =>
    ifRequested({ at }, evidence, (after) => {
      const value = valuesOf(after.headers, name).join(' | ');
      if (value === '') return found('lost');
      return found(value === valuesOf(before.headers, name).join(' | ') ? 'same' : 'changed');
    }),
  );
