import type { Fields } from './messages.ts';

/** Whether a field is one of these, which are in lower case. Names of fields ignore letter case: RFC 9110 section 5.1. */
export const isOneOf =
  (...names: readonly string[]) =>
  (field: string): boolean =>
    names.includes(field.toLowerCase());

/** The values of a field, in order; its name is in lower case. */
export const valuesIn = (fields: Fields, name: string): readonly string[] =>
  fields.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value);
