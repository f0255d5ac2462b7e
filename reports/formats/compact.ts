import { compactFiles, compactPlaces } from '../compact/compact-results.ts';
import type { FolderFormat } from './format.ts';

/** The results without what follows from something else. Every command that reads results reads this folder. */
export const compact: FolderFormat = {
  name: 'compact',
  description: 'the same as `json` in some 35 kB a client, to keep, for `merge`, `report` and `diff`',
  folder: 'compact',
  entries: Object.values(compactPlaces),
  files: async (results) => compactFiles(results),
};
