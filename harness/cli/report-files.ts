import type { ReportFile } from '../../reports/write-reports.ts';
import { artefacts } from '../build/artefacts.ts';

/** Catalogue and schemas belong to a report on the whole catalogue; a run of one scenario should not wait for them. */
export const reportFiles = (wholeCatalogue: boolean): readonly ReportFile[] =>
  wholeCatalogue ? artefacts.map(({ file, text }) => ({ name: file, text })) : [];
