import { badge } from './badge.ts';
import { compact } from './compact.ts';
import type { ReportFormat } from './format.ts';
import { github } from './github.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { type FormatName, formatNames } from './names.ts';
import { markdown } from './markdown/index.ts';
import { sarif } from './sarif.ts';
import { site } from './site/index.ts';
import { terminal } from './terminal/index.ts';

const byName: Readonly<Record<FormatName, ReportFormat>> = {
  json,
  compact,
  html,
  site,
  junit,
  sarif,
  markdown,
  badge,
  github,
  terminal,
};

/** Every way to report the results of a run, in the order in which they are made. */
export const formats: readonly ReportFormat[] = formatNames.map((name) => byName[name]);
