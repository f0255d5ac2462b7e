import type { HeaderFields } from '../vocabulary/header-fields.ts';

/** Fields whose values are damaged easily when they are copied, joined, parsed or converted. */
export const unusualFields = [
  ['X-Empty', ''],
  ['X-Zero', '0'],
  ['X-Long', 'x'.repeat(3000)],
  // Octets above 7F: RFC 9110 section 5.5 calls them obs-text. Each character is one octet.
  ['X-Latin-1', 'caf\u00E9 \u00FF\u0080'],
  ['X-Utf-8', 'Zo\u00C3\u00AB'],
  ['X-Quoted', String.raw`"a \"b\"; c", d="e"`],
  ['X-Escaped', '%41+%2F%0D%0A%'],
  ['X-Spaces', 'two  spaces\tand a tab'],
  ['X-Commas', ', one,, two,'],
  ['X_Odd.Name', 'yes'],
] as const satisfies HeaderFields;
