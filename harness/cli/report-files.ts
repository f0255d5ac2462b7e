import type { ReportFile } from '../../reports/write-reports.ts';
import { catalogue } from '../build/catalogue.ts';
import { catalogueText } from '../build/catalogue-text.ts';

/** The catalogue belongs to a report on all of it; a run of one scenario should not wait for it. */
export const reportFiles = (wholeCatalogue: boolean): readonly ReportFile[] =>
  wholeCatalogue ? [{ name: 'catalogue.json', text: () => catalogueText(catalogue()) }] : [];
