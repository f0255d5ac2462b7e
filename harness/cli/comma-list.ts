/** Reads an option that may be repeated, or hold several values between commas. */
export const commaList = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  // A comma in braces belongs to a glob.
  ...value.split(/,(?![^{]*\})/).filter(Boolean),
];
