import { InvalidArgumentError } from 'commander';

/** Reads an option that may be repeated, or hold several values between commas. Throws an InvalidArgumentError if there is no value. */
export function commaList(value: string, before: readonly string[] = []): readonly string[] {
  // A comma in braces belongs to a glob.
  const values = value.split(/,(?![^{]*\})/).filter(Boolean);
  if (values.length === 0) throw new InvalidArgumentError('It has no value.');
  return [...before, ...values];
}
