import type { TextFormat } from '../format.ts';
import { markdownReport } from './report.ts';

/** A comment on a pull request at GitHub has at most 65,536 characters. */
const MOST_BYTES = 65_000;

/** A summary for a comment on a pull request. */
export const markdown: TextFormat = {
  name: 'markdown',
  description: 'counts, unexpected results and worst findings, short enough for a comment on a pull request',
  file: 'report.md',
  render: (results) => markdownReport(results, MOST_BYTES),
};
