import type { TextFormat } from '../format.ts';
import { renderHtml } from './render.ts';

/** A page to explore the results in a browser. */
export const html: TextFormat = {
  name: 'html',
  description: 'one page with every result and every request, for browsers',
  usedBy: 'default',
  file: 'index.html',
  render: renderHtml,
};
