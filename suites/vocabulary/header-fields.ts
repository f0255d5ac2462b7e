import { z } from 'zod';
import type { Shape } from './shape.ts';

export const headerFieldsSchema = z.array(z.tuple([z.string(), z.string()])).meta({
  id: 'headerFields',
  description: 'Header fields as `[name, value]`, in order. A name may repeat.',
});

/** Header fields in order; a name may repeat. */
export type HeaderFields = Shape<typeof headerFieldsSchema>;

/** The values of a field, in order. Names are compared without regard to letter case (RFC 9110 section 5.1). */
export function valuesOf(headers: HeaderFields, name: string): readonly string[] {
  return headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** Header fields from the flat list of names and values that Node.js uses for what it received. */
export function fieldsOfRaw(raw: readonly string[]): HeaderFields {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

/** Header fields from a request line and a header section: lines are split at the first colon and trimmed as RFC 9112 section 5.1 says. */
export function fieldsOfHead(head: string): HeaderFields {
  const [, ...lines] = head.trimEnd().split('\r\n');
  return lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')] as const;
  });
}
