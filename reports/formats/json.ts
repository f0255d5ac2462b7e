import type { TextFormat } from './format.ts';

/** The results as they are. Every other format can be made from them. */
export const json: TextFormat = {
  name: 'json',
  description: 'everything that was recorded, for programs',
  usedBy: 'default',
  file: 'results.json',
  render: (results) => JSON.stringify(results),
};
