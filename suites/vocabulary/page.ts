import { z } from 'zod';
import { templateSchema } from './answer.ts';
import type { Shape } from './shape.ts';

/** How a page of a browser asks: by the fetch of its scripts, or by going to another page. */
export const pageKinds = ['fetch', 'navigation'] as const;
export type PageKind = (typeof pageKinds)[number];

export const pageSchema = z.strictObject({
  at: templateSchema.describe('The origin of the page: `{home}`. Default: that of the URL.').exactOptional(),
  mode: z.enum(['no-cors', 'same-origin']).describe('Default: cors.').exactOptional(),
  credentials: z.enum(['omit', 'include']).describe('Default: same-origin.').exactOptional(),
  policy: templateSchema.describe('The Content-Security-Policy of the page.').exactOptional(),
});

/** The page of a browser that makes a call. */
export interface CallingPage extends Shape<typeof pageSchema> {}
