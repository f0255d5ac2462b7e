import type { Comparison } from '../model/comparison.ts';
import { comparisonJson } from './json.ts';
import { comparisonMarkdown } from './markdown.ts';
import { comparisonReleaseNotes } from './release-notes.ts';
import { comparisonText } from './text.ts';

/** Every way to show a comparison. */
export const comparisonFormats = {
  text: comparisonText,
  markdown: comparisonMarkdown,
  json: comparisonJson,
  'release-notes': comparisonReleaseNotes,
} as const satisfies Readonly<Record<string, (comparison: Comparison) => string>>;
