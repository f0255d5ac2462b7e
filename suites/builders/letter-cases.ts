/** Ways to write the names of fields. All are equal (RFC 9110 section 5.1). */
export const letterCases = [
  { name: 'lower', title: 'lower case', write: (field: string) => field.toLowerCase() },
  { name: 'upper', title: 'upper case', write: (field: string) => field.toUpperCase() },
  {
    name: 'mixed',
    title: 'alternating case',
    write: (field: string) => field.replaceAll(/../g, (pair) => pair.charAt(0).toLowerCase() + pair.charAt(1).toUpperCase()),
  },
] as const;
