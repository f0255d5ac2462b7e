import type { ReportFormat } from './format.ts';
import { html } from './html/index.ts';
import { json } from './json.ts';
import { terminal } from './terminal/index.ts';

/** Every way to report the results of a run, in the order in which they are made. */
export const formats: readonly ReportFormat[] = [json, html, terminal];
