import type { TextFormat } from '../format.ts';

/** A page to explore the results in a browser. */
export const html: TextFormat = {
  name: 'html',
  description: 'one page with every result and every request, for browsers',
  usedBy: 'default',
  file: 'index.html',
  // Loaded when it is needed: no other command waits for it.
  render: async (results, context) => (await import('./render.ts')).renderHtml(results, context),
};
